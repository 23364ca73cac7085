import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

const NAME = 'resend_webhook';
/** The new one and the one before it, until the provider signs with the new one. */
const ACTIVE = 2;

/** What Resend's calls are signed with, the newest first. */
export async function webhookSecrets(trx: Trx, here: Here): Promise<string[]> {
  const row = await trx
    .selectFrom('secret')
    .select('value')
    .where('workspace_id', '=', here.id)
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row ? row.value.split(' ') : [];
}

/** From now on this secret counts, and the one before it; older ones do not any more. */
export async function addWebhookSecret(trx: Trx, here: Here, secret: string): Promise<void> {
  const before = await webhookSecrets(trx, here);
  const value = [...new Set([secret, ...before])].slice(0, ACTIVE).join(' ');
  await trx
    .insertInto('secret')
    .values({ workspace_id: here.id, name: NAME, value })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet({ value }))
    .execute();
}

/** No call is believed any more. */
export async function removeWebhookSecrets(trx: Trx, here: Here): Promise<void> {
  await trx.deleteFrom('secret').where('workspace_id', '=', here.id).where('name', '=', NAME).execute();
}
