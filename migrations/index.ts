import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

/** In order. A migration that has been released is never edited. */
const NAMES = [
  '0001-tables',
  '0002-pg-boss',
  '0003-queue-rights',
  '0004-import-rows',
  '0005-positions',
  '0006-fast-engine',
  '0007-setup-revision',
  '0008-nodes',
  '0009-triggers',
  '0010-rules',
  '0011-publish-plans',
  '0013-mail-batches',
  '0014-drafts',
  '0015-journey-cases',
  '0016-live-figures',
  '0017-versions-and-reviews',
  '0018-customer-search',
  '0019-stopping',
  '0020-saved-blocks',
  '0021-mail-page',
  '0022-senders',
  '0023-feedback',
  '0024-paces',
  '0025-together',
  '0026-mailings',
  '0028-reports',
  '0029-variants',
  '0037-offers',
  '0030-release-holds',
  '0031-approvals',
  '0034-domain-watch',
  '0032-returns',
  '0036-letterheads',
  '0038-link-keys',
  '0039-bounces-by-address',
];

const fromFile = (name: string): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const text = readFileSync(path.join(import.meta.dirname, `${name}.sql`), 'utf8');
    await sql.raw(text).execute(db);
  },
});

const migrations = Object.fromEntries(NAMES.map((name) => [name, fromFile(name)]));

/**
 * Brings a database to the present schema; safe to call from several processes at once.
 * @param url connects as the owner: a role that may create tables and roles in this database
 * @returns names of the migrations that were applied
 * @throws the first migration's error; what it did is rolled back
 */
export async function migrate(url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined); // an idle connection may go when the server stops; the next query says so
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      allowUnorderedMigrations: true, // numbers are given out when work begins, and a later one may be done first
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error('migrating failed', { cause: error });
    return (results ?? []).map(({ migrationName }) => migrationName);
  } finally {
    await db.destroy();
  }
}
