import type { SenderRow } from '@tabiji/shared/api/senders.ts';
import { readSenderTrouble } from '@tabiji/shared/sending/sender-trouble.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Senders whose mails a service does not take now, by key. */
export async function senderTroubles(trx: Trx, here: Here): Promise<Map<string, NonNullable<SenderRow['trouble']>>> {
  const rows = await trx
    .selectFrom('sender_trouble')
    .select(['sender', 'since', 'because'])
    .where('workspace_id', '=', here.id)
    .execute();
  return new Map(
    rows.map(({ sender, since, because }) => [sender, { since: since.toISOString(), ...readSenderTrouble(because) }]),
  );
}
