import type { SaveBlock, SavedBlock } from '@tabiji/shared/api/saved-blocks.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Blocks that the workspace keeps, by name. */
export const listSavedBlocks = (trx: Trx, here: Here): Promise<SavedBlock[]> =>
  trx
    .selectFrom('saved_block')
    .select(['id', 'name', 'mjml'])
    .where('workspace_id', '=', here.id)
    .orderBy('name')
    .execute();

/** Keeps a block; one of the same name is replaced. */
export const saveBlock = (trx: Trx, here: Here, { name, mjml }: SaveBlock): Promise<SavedBlock> => {
  const updated_at = new Date(here.realNow);
  return trx
    .insertInto('saved_block')
    .values({ workspace_id: here.id, name, mjml, updated_at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet({ mjml, updated_at }))
    .returning(['id', 'name', 'mjml'])
    .executeTakeFirstOrThrow();
};

export async function removeSavedBlock(trx: Trx, here: Here, id: number): Promise<void> {
  await trx.deleteFrom('saved_block').where('workspace_id', '=', here.id).where('id', '=', id).execute();
}
