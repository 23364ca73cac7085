import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';

/**
 * Customers to whom something happened between two instants that may let them in: an order, an event of some names, a
 * parcel; all customers where time alone may (`everybody`). Ascending by id.
 */
export async function maybeEntrants(
  trx: Trx,
  workspaceId: number,
  { from, to, events, everybody }: { from: number; to: number; events: readonly string[]; everybody: boolean },
): Promise<number[]> {
  const [since, until] = [new Date(from), new Date(to)];
  const { rows } = everybody
    ? await sql<{ id: number }>`
        select id from customer where workspace_id = ${workspaceId} and merged_into is null and created_at < ${until}
         order by id`.execute(trx)
    : await sql<{ id: number }>`
        select customer_id as id from shop_order
         where workspace_id = ${workspaceId} and at >= ${since} and at < ${until}
        union
        select customer_id from event
         where workspace_id = ${workspaceId} and at >= ${since} and at < ${until}
           and name = any(${events as string[]}::text[])
         order by id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Who entered a journey by hand between two instants, and when: nothing else tells of them. */
export async function enteredByHand(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  { from, to }: { from: number; to: number },
): Promise<{ customer: number; at: number }[]> {
  const [since, until] = [new Date(from), new Date(to)];
  const { rows } = await sql<{ customer: number; at: Date }>`
    select e.customer_id as customer, e.entered_at as at from enrollment e
     where e.workspace_id = ${workspaceId} and e.journey_id = ${journeyId} and e.entered_by = 'manual'
       and e.entered_at >= ${since} and e.entered_at < ${until} order by e.customer_id, e.entered_at`.execute(trx);
  return rows.map(({ customer, at }) => ({ customer, at: at.getTime() }));
}
