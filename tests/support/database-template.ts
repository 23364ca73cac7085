import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@tabiji/migrations';
import { isAlive } from '@tabiji/server/local-postgres/process-identity.ts';
import pg from 'pg';

const migrations = path.resolve(import.meta.dirname, '../../migrations');

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** A migrated database to clone from, made once per state of the migrations folder. Returns its name. */
export async function prepareTemplate(url: string): Promise<string> {
  const name = `template_${fingerprint()}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(7101)`); // two runs may start at once
    await dropLeftOvers(client, name);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    await client.query(`create database ${name}_new`);
    await migrate(inDatabase(url, `${name}_new`));
    await client.query(`alter database ${name}_new rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** Databases of runs that were killed, and templates of older states. */
async function dropLeftOvers(client: pg.Client, keep: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where (datname like 'test\\_%' or datname like 'template\\_%') and datname <> $1`,
    [keep],
  );
  for (const { datname } of rows) {
    const run = /^test_(\d+)_/.exec(datname)?.[1];
    if (run === undefined || !isAlive(Number(run)))
      await client.query(`drop database if exists ${datname} with (force)`);
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(migrations, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|sql)$/.test(name) && !name.includes('node_modules') && !name.endsWith('.test.ts'),
  );
  for (const name of files.toSorted()) hash.update(name).update(readFileSync(path.join(migrations, name)));
  return hash.digest('hex').slice(0, 12);
}
