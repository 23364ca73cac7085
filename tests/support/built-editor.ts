import { buildEditor } from '@tabiji/server/start/build-editor.ts';
import pg from 'pg';
import { inject } from 'vitest';

/** A number of its own among the locks of the tests' PostgreSQL. */
const LOCK = 450;

/** The editor as customers get it, built once for all test files, also when several of them begin together. */
export async function builtEditor(): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await buildEditor(AbortSignal.timeout(180_000));
  } finally {
    await client.end(); // gives the lock back
  }
}
