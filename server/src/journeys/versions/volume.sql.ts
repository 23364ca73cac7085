import { sql } from 'kysely';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';

/** How many entered a journey and how many mails it sent since an instant of workspace time. */
export async function volumeSince(
  trx: Trx,
  here: Here,
  journeyId: number,
  since: Date,
): Promise<{ entered: number; mails: number }> {
  const { rows } = await sql<{ entered: number; mails: number }>`
    select (select count(*)::int from enrollment
             where workspace_id = ${here.id} and journey_id = ${journeyId} and entered_at > ${since}) as entered,
           (select count(*)::int from message
             where workspace_id = ${here.id} and journey_id = ${journeyId} and at > ${since} and state = 'sent') as mails`.execute(
    trx,
  );
  return rows[0]!;
}
