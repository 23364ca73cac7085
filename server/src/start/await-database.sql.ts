import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { maskPassword } from '../config.ts';
import { StartError } from './start-error.ts';

const OLDEST = 15;
const WAIT_MS = 15_000;
const BETWEEN_MS = 1_000;
/** It may come up by itself: not listening yet, no name yet, starting, out of connections for a moment. */
const PASSING = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P03|53300)$/;

/**
 * Waits until the database answers, for at most 15 seconds, and refuses one that is too old.
 * @throws StartError naming DATABASE_URL, without its password.
 */
export async function awaitDatabase(url: string, say: (text: string) => void, signal: AbortSignal): Promise<void> {
  const until = performance.now() + WAIT_MS;
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      const version = await majorVersion(url);
      if (version >= OLDEST) return;
      throw new StartError(
        `DATABASE_URL (${maskPassword(url)}) is PostgreSQL ${version}; Tabiji needs ${OLDEST} or later.`,
      );
    } catch (error) {
      if (error instanceof StartError) throw error;
      const { code, message } = rootOf(error);
      if (!PASSING.test(code) || performance.now() > until) throw new StartError(unreachable(url, code, message));
      if (attempt % 5 === 0) say(`The database does not answer yet (${code || message}); trying again`);
      await sleep(BETWEEN_MS, undefined, { signal });
    }
  }
}

async function majorVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    return rows[0]?.version ?? 0;
  } finally {
    await client.end();
  }
}

/** A name with several addresses fails with one error for each. */
function rootOf(error: unknown): { code: string; message: string } {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { code = '', message } = first as NodeJS.ErrnoException;
  return { code: message.startsWith('timeout expired') ? 'ETIMEDOUT' : code, message };
}

function unreachable(url: string, code: string, message: string): string {
  const ways: Record<string, string> = {
    '28P01': 'Check the user and the password in it.',
    '28000': 'Check the user in it, and pg_hba.conf of the server.',
    '3D000': 'Create the database, or name another one in it.',
  };
  const way = ways[code] ?? 'Start that server, or leave DATABASE_URL out to use the embedded PostgreSQL.';
  return `The database at DATABASE_URL (${maskPassword(url)}) cannot be used: ${message}. ${way}`;
}
