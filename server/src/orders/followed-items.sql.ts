import type { Json } from '@tabiji/shared/json.ts';
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/**
 * What was bought by the orders that these enrollments follow: the one that started each of them, else the latest that was
 * known then (as `wait-until-date` counts). By enrollment; one statement that looks into one index for each of them.
 */
export async function followedItems(
  trx: Trx,
  here: Here,
  enrollments: readonly number[],
): Promise<Map<number, Json[]>> {
  const { rows } = await sql<{ id: number; items: Json[] }>`
    select e.id, o.items
      from enrollment e
     cross join lateral (
           select items from shop_order
            where workspace_id = ${here.id} and customer_id = e.customer_id and counted and id <= e.entered_arrival
            order by id = e.entered_arrival desc, at desc, id desc limit 1) o
     where e.workspace_id = ${here.id} and e.id = any(${[...new Set(enrollments)]}::bigint[])`.execute(trx);
  return new Map(rows.map(({ id, items }) => [id, items]));
}
