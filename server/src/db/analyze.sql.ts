import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Rows after which the planner's picture of a workspace being filled is refreshed first; then at every doubling. */
const FIRST = 500;

/**
 * Keeps the planner's picture of a workspace true while it is being filled: call it with the rows told so far.
 * @returns a function that looks at the tables again when they have doubled
 */
export function growthWatch(db: Db): (rows: number) => Promise<void> {
  let next = FIRST;
  return async (rows) => {
    if (rows < next) return;
    while (next <= rows) next *= 2;
    await sql`select analyze_growing()`.execute(db);
  };
}
