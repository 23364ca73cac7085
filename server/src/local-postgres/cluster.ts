import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { LocalPostgresError } from './error.ts';
import { isCluster, type Place } from './place.ts';
import { isAlive } from './process-identity.ts';

/** Settings of a small server: it shares a machine with Node, and nobody else connects. */
const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // a socket's path may be too long or not writable, and TCP is enough
  shared_buffers: '32MB',
  max_connections: '100',
  io_method: 'sync', // no extra worker processes
  jit: 'off',
  log_checkpoints: 'off',
  timezone: 'UTC',
};

/**
 * Creates the data folder with a password of its own, unless it is there. It is made under another name first: a
 * half-made one would be taken for a whole one.
 */
export async function initialise(place: Place, passwordFile: string): Promise<void> {
  const { runner, binDir, dataDir } = place;
  if (isCluster(dataDir)) return;
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });

  const unfinished = `${dataDir}.unfinished`;
  const handed = path.join(os.tmpdir(), `tabiji-${randomBytes(8).toString('hex')}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 }); // not by initdb: the parent may be somebody else's
  await writeFile(handed, password, { mode: 0o600, flag: 'wx' });
  if (runner.owner) {
    const { uid, gid } = runner.owner;
    await Promise.all([unfinished, handed].map((made) => chown(made, uid, gid)));
  }
  const login = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${handed}`];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await runner.run(path.join(binDir, 'initdb'), ['-D', unfinished, ...login, ...locale]);
    await rename(unfinished, dataDir);
  } catch (error) {
    throw new LocalPostgresError(`PostgreSQL could not create ${dataDir}: ${lastLines(error)}`, { cause: error });
  } finally {
    await rm(handed, { force: true });
  }
}

/** Starts the server unless it runs; returns its port, which is `wanted` or a free one. */
export async function ensureRunning(place: Place, extra: Record<string, string>, wanted?: number): Promise<number> {
  const running = await runningPort(place.dataDir);
  if (running !== undefined) return running;
  const log = path.join(place.dataDir, 'server.log');
  await rm(log, { force: true });
  const port = wanted ?? (await freePort());
  const options = Object.entries({ ...settings, ...extra }).map(([name, value]) => `-c ${name}='${value}'`);
  try {
    const server = ['-l', log, '-o', `-p ${port} ${options.join(' ')}`];
    await place.runner.run(path.join(place.binDir, 'pg_ctl'), [
      '-D',
      place.dataDir,
      'start',
      '-w',
      '-t',
      '120',
      ...server,
    ]);
  } catch (error) {
    const said = existsSync(log) ? (await readFile(log, 'utf8')).trim().split('\n').slice(-5).join('\n') : '';
    throw new LocalPostgresError(`PostgreSQL did not start on ${place.dataDir}: ${said || lastLines(error)}`, {
      cause: error,
    });
  }
  return port;
}

export async function shutDown(place: Place): Promise<void> {
  if ((await runningPort(place.dataDir)) === undefined) return;
  await place.runner.run(path.join(place.binDir, 'pg_ctl'), ['-D', place.dataDir, 'stop', '-m', 'fast', '-w']);
}

/**
 * The port of the server that runs on this folder. A pid file whose process is gone, or is another program by now, is
 * what a power cut or a new container leaves; it is removed, because PostgreSQL only looks whether the number lives.
 */
export async function runningPort(dataDir: string): Promise<number | undefined> {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = (await readFile(file, 'utf8')).split('\n');
  const pid = Number(lines[0]);
  if (isAlive(pid) && (await servesFolder(pid, dataDir))) return Number(lines[3]);
  await rm(file, { force: true });
  return undefined;
}

async function servesFolder(pid: number, dataDir: string): Promise<boolean> {
  if (!existsSync('/proc/self/comm')) return true; // not Linux: believe the number
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => dataDir); // not ours to read: believe the name
  return name.trim() === 'postgres' && path.resolve(folder) === path.resolve(dataDir);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function lastLines(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || message || String(error)).split('\n').slice(-5).join('\n');
}
