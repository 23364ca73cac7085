import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { isArchivedIn, type AskedIn } from './asked-in.sql.ts';

/** Between which ids the mails of a report lie, and between which instants those that were sent went. */
export interface Span {
  ids: { least: number; most: number };
  sent: { first: Date; last: Date } | null;
}

/**
 * Bounds of what a report is about, so that statements which join other tables read no more of them; null: no mail.
 * Ids are given when mails are asked for, so those of a period lie side by side.
 */
export async function spanOf(trx: Trx, here: Here, asked: AskedIn): Promise<Span | null> {
  const { rows } = await sql<{ least: number | null; most: number; first: Date | null; last: Date }>`
    select min(id) as least, max(id) as most,
           min(at) filter (where state = 'sent') as first, max(at) filter (where state = 'sent') as last
      from message where ${isArchivedIn(here, asked)}`.execute(trx);
  const { least = null, most = 0, first = null, last } = rows[0] ?? {};
  return least === null ? null : { ids: { least, most }, sent: first && last ? { first, last } : null };
}

/** Lets a report's statements join a month's mails in memory. Ends with the transaction. */
export const takeRoom = async (trx: Trx): Promise<void> => {
  await sql`select set_config('work_mem', '32MB', true)`.execute(trx);
};
