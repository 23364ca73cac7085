import type { Json } from '@tabiji/shared/json.ts';
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/**
 * What each of these customers bought last, as the shop told of it; orders that do not count are passed over. One statement
 * that looks into one index for each customer.
 */
export async function lastItems(trx: Trx, here: Here, customers: readonly number[]): Promise<Map<number, Json[]>> {
  const { rows } = await sql<{ id: number; items: Json[] }>`
    select c.id, o.items
      from unnest(${[...new Set(customers)]}::bigint[]) as c(id)
     cross join lateral (
           select items from shop_order
            where workspace_id = ${here.id} and customer_id = c.id and counted
            order by at desc, id desc limit 1) o`.execute(trx);
  return new Map(rows.map(({ id, items }) => [id, items]));
}
