/** SQLSTATE and system codes under which the database is not there, with what to tell the caller. */
const reasons: [RegExp, string][] = [
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, 'The database cannot be reached.'],
  [/^(ECONNRESET|EPIPE|ETIMEDOUT|57P01|57P02|08\w{3})$/, 'The connection to the database was lost.'],
  [/^57P03$/, 'The database is starting up or shutting down.'],
  [/^53300$/, 'The database has no free connection.'],
  [/^53[12]00$/, 'The database is out of disk space or memory.'],
  [/^25006$/, 'The database takes no writes at present.'],
];

/** Messages of pg and its pool for the same situations, which carry no code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Why the database could not serve, or undefined when the error is about something else. */
export function databaseTrouble(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AggregateError) {
      const inner = cause.errors.map(databaseTrouble).find((found) => found !== undefined);
      if (inner) return again(inner);
    }
    const { code } = cause as NodeJS.ErrnoException;
    const found = typeof code === 'string' ? reasons.find(([pattern]) => pattern.test(code)) : undefined;
    if (found) return again(found[1]);
    if (LOST.test(cause.message)) return again('The connection to the database was lost.');
  }
  return undefined;
}

/** Whether it is about the database, and no fault of what was to be done: the same again may succeed. */
export const isDatabases = (error: unknown): boolean => databaseTrouble(error) !== undefined || isCollision(error);

/** Whether two transactions stood in each other's way, so that the same again may succeed. */
export function isCollision(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (/^(40P01|40001)$/.test(String((cause as NodeJS.ErrnoException).code))) return true;
  return false;
}

const again = (reason: string) => (reason.endsWith('again.') ? reason : `${reason} Nothing was changed; try again.`);
