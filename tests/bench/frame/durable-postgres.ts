import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { migrate } from '@tabiji/migrations';
import { startLocalPostgres } from '@tabiji/server/local-postgres.ts';
import { isAlive } from '@tabiji/server/local-postgres/process-identity.ts';
import pg from 'pg';
import { inDatabase } from '../../support/database-template.ts';

const DATA = path.resolve(import.meta.dirname, '../../../data');

/** A server as somebody runs it who has the machine for it; nothing that makes writes less durable. */
const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '2GB',
  effective_cache_size: '8GB',
  max_wal_size: '16GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
  max_connections: '200',
};

export interface DurablePostgres {
  /** Connects as the owner to the database `postgres`. */
  url: string;
  /** The process whose tree is the server. */
  postmaster: number;
  version: string;
  /** The settings that differ from the embedded server's own. */
  settings: Readonly<Record<string, string>>;
  /** A migrated, empty database. Returns its address. */
  createMigrated: () => Promise<string>;
  /** A copy of a database that nobody is connected to. Returns its address. */
  clone: (url: string) => Promise<string>;
  drop: (url: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts a server with a data folder of its own. */
export async function startDurablePostgres(extra: Record<string, string> = {}): Promise<DurablePostgres> {
  await removeLeftOvers();
  const folder = path.join(DATA, `bench-${process.pid}`);
  const settings = { ...SETTINGS, ...extra };
  const server = await startLocalPostgres({ folder, role: 'tests', settings });
  const postmaster = Number((await readFile(path.join(folder, 'db/postmaster.pid'), 'utf8')).split('\n')[0]);
  const newName = () => `bench_${randomBytes(4).toString('hex')}`;
  const create = async (template?: string) => {
    const name = newName();
    await asOwner(server.url, `create database ${name} ${template ? `template ${template} strategy file_copy` : ''}`);
    return inDatabase(server.url, name);
  };
  const nameIn = (url: string) => new URL(url).pathname.slice(1);
  const [version] = await asOwner<{ server_version: string }>(server.url, 'show server_version');
  return {
    url: server.url,
    postmaster,
    version: version?.server_version ?? '',
    settings,
    async createMigrated() {
      const url = await create();
      await migrate(url);
      return url;
    },
    clone: (url) => create(nameIn(url)),
    async drop(url) {
      await asOwner(server.url, `drop database if exists ${nameIn(url)} with (force)`);
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One statement (or several without parameters) on a connection of its own, with the owner's rights. */
export async function asOwner<T extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values?: unknown[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** Runs that were killed leave a folder, and a server that still runs on it. */
async function removeLeftOvers(): Promise<void> {
  await mkdir(DATA, { recursive: true });
  for (const name of await readdir(DATA)) {
    const pid = /^bench-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(DATA, name);
    if (existsSync(path.join(folder, 'db/postmaster.pid')))
      await (await startLocalPostgres({ folder, role: 'tests' })).stop();
    await rm(folder, { recursive: true, force: true });
  }
}
