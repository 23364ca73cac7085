import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startLocalPostgres, type LocalPostgres } from './local-postgres.ts';
import { processIdentity } from './local-postgres/process-identity.ts';
import pg from 'pg';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tabiji-postgres-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = (options: Partial<Parameters<typeof startLocalPostgres>[0]> = {}) =>
  startLocalPostgres({ folder, role: 'command', ...options });

async function ask(postgres: LocalPostgres, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('startLocalPostgres', () => {
  test('keeps what was stored, and asks for its password', async () => {
    const first = await start();
    await ask(first, `create table kept as select '姓' as name`);
    const withoutPassword = { ...first, url: first.url.replace(/:[^:@]+@/, ':wrong@') };
    await expect(ask(withoutPassword, 'select 1')).rejects.toThrow(/password/);
    await first.stop();

    const second = await start();
    expect(await ask(second, 'select name from kept')).toEqual([{ name: '姓' }]);
    await second.stop();
    await expect(ask(second, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  test('goes on while another process uses it', async () => {
    const postgres = await start();
    const other = { pid: process.ppid, identity: processIdentity(process.ppid), role: 'command' };
    await writeFile(path.join(folder, 'run', `${process.ppid}.json`), JSON.stringify(other));
    await postgres.stop();
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);

    await rm(path.join(folder, 'run', `${process.ppid}.json`));
    await (await start()).stop();
    expect(await readdir(path.join(folder, 'run'))).toEqual([]);
  });

  test('refuses a second server on the same folder and says where the first answers', async () => {
    const postgres = await start();
    const other = { pid: process.ppid, identity: processIdentity(process.ppid), role: 'server', url: 'http://here:1' };
    await writeFile(path.join(folder, 'run', `${process.ppid}.json`), JSON.stringify(other));
    await expect(start({ role: 'server' })).rejects.toThrow(
      /already uses the data folder .* answers at http:\/\/here:1/,
    );
    await rm(path.join(folder, 'run', `${process.ppid}.json`));
    await (await start()).stop();
    await expect(ask(postgres, 'select 1')).rejects.toThrow();
  });

  test('recovers from the pid file of a server that is gone, even when its number lives on', async () => {
    await (await start()).stop();
    await writeFile(path.join(folder, 'db', 'postmaster.pid'), `${process.ppid}\n${folder}/db\n0\n5432\n\n127.0.0.1\n`);
    await writeFile(path.join(folder, 'run', '999999.json'), '{"pid": 999');
    const postgres = await start();
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  test('brings a killed server back under the same address', async () => {
    const said: string[] = [];
    const postgres = await start({ role: 'server', onRestart: (text) => said.push(text) });
    const [pid] = (await readFile(path.join(folder, 'db', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await vi.waitFor(() => expect(said.at(-1)).toBe('PostgreSQL runs again.'), { timeout: 25_000, interval: 100 });
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  test.runIf(process.getuid?.() === 0)('as root without namespaces: runs as nobody, with copies', async () => {
    const relocateTo = await mkdtemp(path.join(os.tmpdir(), 'tabiji-moved-'));
    const unreachable = path.join(folder, 'inner');
    await mkdir(unreachable, { mode: 0o700 });
    const options = { folder: path.join(unreachable, 'data'), relocateTo };
    const made = await start({ ...options, allowUserNamespace: false });
    expect(made.mode).toBe('uid 65534');
    await made.stop();

    const again = await start(options);
    expect(again.mode).toBe('uid 65534');
    expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }]);
    await again.stop();
    await rm(relocateTo, { recursive: true, force: true });
  });

  test('says so when another version of PostgreSQL made the folder', async () => {
    await (await start()).stop();
    await writeFile(path.join(folder, 'db', 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 16; this Tabiji brings PostgreSQL 18/);
  });
});
