import type { Config } from '../../config.ts';
import type { Db, Trx } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import { hasSealKey, seal } from '../../seal.ts';
import { listWorkspaces } from '../../workspaces/workspaces.sql.ts';
import { isSealed, openSecrets, purposeOf } from './open-secrets.ts';

const NAME = 'resend_webhook';
/** The new one and the one before it, until the provider signs with the new one. */
const ACTIVE = 2;

/** As they are kept, the newest first: sealed; what an earlier version kept may still be plain. */
async function keptSecrets(trx: Trx, here: Here): Promise<string[]> {
  const row = await trx
    .selectFrom('secret')
    .select('value')
    .where('workspace_id', '=', here.id)
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row ? row.value.split(' ') : [];
}

/** How many are believed. */
export const countWebhookSecrets = async (trx: Trx, here: Here): Promise<number> =>
  (await keptSecrets(trx, here)).length;

/**
 * What Resend's calls are signed with, the newest first.
 * @throws SealError where there are some, and none can be opened with this server's key
 */
export async function openWebhookSecrets(trx: Trx, here: Here, config: Config): Promise<string[]> {
  const { opened, trouble } = await openSecrets(config, here.id, await keptSecrets(trx, here));
  if (opened.length === 0 && trouble) throw trouble;
  return opened;
}

/** From now on this secret counts, and the one before it; older ones, and those that nobody can open, do not any more. */
export async function addWebhookSecret(
  trx: Trx,
  here: Here,
  { secret, config }: { secret: string; config: Config },
): Promise<void> {
  const { opened } = await openSecrets(config, here.id, await keptSecrets(trx, here));
  const value = await sealed(config, here.id, [...new Set([secret, ...opened])].slice(0, ACTIVE));
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

/**
 * Seals what an earlier version kept plain. Makes no key for that: one that only this process had would lock the others
 * out. What somebody changes meanwhile stays as they want it.
 */
export async function sealWebhookSecrets(db: Db, config: Config): Promise<void> {
  if (!(await hasSealKey(config))) return;
  for (const id of await listWorkspaces(db))
    await inWorkspace(db, id, async (trx, here) => {
      const kept = await keptSecrets(trx, here);
      if (kept.every(isSealed)) return;
      const value = await sealed(config, id, kept);
      await trx
        .updateTable('secret')
        .set({ value })
        .where('workspace_id', '=', id)
        .where('name', '=', NAME)
        .where('value', '=', kept.join(' '))
        .execute();
    });
}

const sealed = async (config: Config, workspaceId: number, secrets: readonly string[]): Promise<string> =>
  (
    await Promise.all(
      secrets.map(async (one) => (isSealed(one) ? one : await seal(config, purposeOf(workspaceId), one))),
    )
  ).join(' ');
