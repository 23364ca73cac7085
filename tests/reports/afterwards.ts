import { asOwner } from '../support/world-database.ts';
import type { World } from '../support/world.ts';
import type { Random } from '../simulation/random.ts';

const OF_A_CUSTOMER = ['message', 'outbox', 'enrollment', 'feedback', 'feedback_state', 'shop_order', 'consent'];

/**
 * What happens to customers after their mails: two turn out to be one person, and all rows of the one become the other's;
 * somebody's name is taken out, and the rows of their mails stay.
 */
export const mergeAndErase = ({ url, workspaceId, query }: World, random: Random): Promise<void> =>
  asOwner(url, async (change) => {
    const known = await query<{ id: number }>('select customer_id::int as id from message group by 1 order by 1');
    if (known.length < 3) throw new Error('too few customers have got mails');
    const [one, same, gone] = [0, 1, 2].map(() => known.splice(random.int(0, known.length - 1), 1)[0]!.id);
    for (const table of OF_A_CUSTOMER)
      await change(`update ${table} set customer_id = $1 where workspace_id = $2 and customer_id = $3`, [
        one,
        workspaceId,
        same,
      ]);
    await change('delete from customer where workspace_id = $1 and id = any($2::bigint[])', [
      workspaceId,
      [same, gone],
    ]);
  });

/** Makes the archive that of a live workspace, whose own time is the real one. */
export const asIfLive = ({ url, workspaceId }: World): Promise<unknown> =>
  asOwner(url, (change) => change('update message set received_at = at where workspace_id = $1', [workspaceId]));
