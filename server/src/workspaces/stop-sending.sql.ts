import { sql } from 'kysely';
import type { SendingState } from '@tabiji/shared/api/sending.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/**
 * Stops all sending of a workspace. From the commit on nothing is taken up, and what senders have in hand they do not
 * begin to hand over more than two seconds later. Who has stopped it first stays named.
 */
export async function stopSending(trx: Trx, here: Here, by: string): Promise<void> {
  await trx
    .updateTable('workspace')
    .set({ sending_stopped_at: new Date(here.now), sending_stopped_by: by })
    .where('id', '=', here.id)
    .where('sending_stopped_at', 'is', null)
    .execute();
}

/** Lets mails go again; those that senders gave back because of the stop are due at once. */
export async function resumeSending(trx: Trx, here: Here): Promise<void> {
  // Waits for senders that are giving mails back because of the stop: hold.sql.ts locks this row.
  await trx
    .updateTable('workspace')
    .set({ sending_stopped_at: null, sending_stopped_by: null })
    .where('id', '=', here.id)
    .execute();
  await sql`
    update outbox set hold_until = ${new Date(here.now)}
     where workspace_id = ${here.id} and hold_until = 'infinity' and holds -> -1 ->> 1 = 'stopped'`.execute(trx);
}

/** Whether anything is sent, and how much waits. */
export async function sendingState(trx: Trx, here: Here): Promise<SendingState> {
  const { rows } = await sql<{ at: Date | null; by: string | null; waiting: number }>`
    select sending_stopped_at as at, sending_stopped_by as by,
           (select count(*)::int from outbox where workspace_id = ${here.id} and status <> 'unknown') as waiting
      from workspace where id = ${here.id}`.execute(trx);
  const { at, by, waiting } = rows[0]!;
  return { stopped: at && { at: at.toISOString(), by: by ?? '' }, waiting };
}
