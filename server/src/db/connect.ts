import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Db } from './database.ts';

const INT8 = 20;
const NUMERIC = 1700;

/** Counts, ids and money stay below 2^53; a larger one would be a bug, so it is loud. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} does not fit a number`);
  return value;
}

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return safeInteger;
    if (oid === NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

/** Settings of a connection that works as the application's role, which owns nothing and passes no policy by. */
export const asApplication = (url: string): pg.ClientConfig => ({
  connectionString: url,
  options: '-c role=tabiji_app -c timezone=UTC -c jit=off -c idle_in_transaction_session_timeout=60000',
  application_name: 'tabiji',
  keepAlive: true,
  types,
});

/**
 * A pool of connections with the application's rights.
 * @param onIdleError hears of connections that broke while nobody used them; the pool replaces them
 */
export function connect(url: string, max: number, onIdleError: (error: Error) => void): Db {
  const pool = new pg.Pool({ ...asApplication(url), max, connectionTimeoutMillis: 10_000 });
  pool.on('error', (error: Error & { client?: unknown }) => {
    delete error.client; // the whole connection with its settings, which does not belong into a log
    onIdleError(error);
  });
  // A connection can also break while it is lent and no query runs; whoever has it hears of it by the next query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
