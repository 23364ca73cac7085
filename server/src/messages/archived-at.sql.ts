import { type RawBuilder, sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';

/**
 * Whether a row of `message` came to its end before or after an instant of workspace time. The archive is kept by months
 * of real time: in a live workspace that is the same, and only the months that are meant are opened.
 * @param archive what the table is called in the statement
 */
export function isArchived(
  here: Here,
  compares: '<=' | '>' | '>=',
  instant: RawBuilder<unknown>,
  archive = 'message',
): RawBuilder<boolean> {
  const is = (column: string) => sql`${sql.ref(`${archive}.${column}`)} ${sql.raw(compares)} ${instant}`;
  return here.kind === 'live' ? sql<boolean>`(${is('at')} and ${is('received_at')})` : sql<boolean>`${is('at')}`;
}
