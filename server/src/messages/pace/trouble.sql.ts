import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trouble } from './trouble.ts';

/**
 * Keeps what is known of a provider; null: all is well.
 * @param change.before what was known when the attempt began: where somebody has learnt more meanwhile, theirs stays
 * @returns whether it was kept
 */
export async function changeTrouble(
  trx: Trx,
  here: Here,
  { provider, before, after }: { provider: Provider; before: Trouble | null; after: Trouble | null },
): Promise<boolean> {
  const where = { workspace_id: here.id, provider };
  const isSame = sql<boolean>`waits_until = ${new Date(before?.waitsUntil ?? 0)}`;
  if (after === null) {
    const gone = trx
      .deleteFrom('provider_trouble')
      .where((e) => e.and(where))
      .where(isSame);
    return (await gone.executeTakeFirst()).numDeletedRows > 0n;
  }
  const row = {
    since: new Date(after.since),
    waits_until: new Date(after.waitsUntil),
    opened_at: after.openedAt === null ? null : new Date(after.openedAt),
    tries: after.tries,
    because: after.because,
  };
  if (before === null) {
    const insert = trx.insertInto('provider_trouble').values({ ...where, ...row });
    const kept = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const update = trx
    .updateTable('provider_trouble')
    .set(row)
    .where((e) => e.and(where))
    .where(isSame);
  return (await update.executeTakeFirst()).numUpdatedRows > 0n;
}
