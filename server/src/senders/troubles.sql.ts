import type { SenderRow } from '@tabiji/shared/api/senders.ts';
import { readSenderTrouble } from '@tabiji/shared/sending/sender-trouble.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Senders whose mails a service does not take now, by key. */
export async function senderTroubles(trx: Trx, here: Here): Promise<Map<string, NonNullable<SenderRow['trouble']>>> {
  const rows = await trx
    .selectFrom('sender_trouble')
    .select(['sender', 'since', 'because', 'changed_at'])
    .where('workspace_id', '=', here.id)
    .execute();
  return new Map(
    rows.map(({ sender, since, because, changed_at: changed }) => [
      sender,
      { since: since.toISOString(), changedAt: changed?.toISOString() ?? null, ...readSenderTrouble(because) },
    ]),
  );
}

/**
 * Keeps that somebody has changed senders since a service did not take their mails, until one was tried again.
 * @param key absent: whoever goes by the workspace's own service
 */
export async function noteSenderChanged(trx: Trx, here: Here, key?: string): Promise<void> {
  const changed = trx
    .updateTable('sender_trouble')
    .set({ changed_at: new Date(here.realNow) })
    .where('workspace_id', '=', here.id);
  await (
    key === undefined
      ? changed.where('sender', 'in', (usual) =>
          usual.selectFrom('sender').select('key').where('workspace_id', '=', here.id).where('provider', 'is', null),
        )
      : changed.where('sender', '=', key)
  ).execute();
}
