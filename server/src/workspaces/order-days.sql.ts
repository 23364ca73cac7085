import { sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Counts everybody's days with an order anew, in the shop's present zone. */
export async function recountOrderDays(trx: Trx, here: Here): Promise<void> {
  await sql`
    update customer c set order_days = d.days
      from (select customer_id, count(distinct (at at time zone ${here.zone}::text)::date) as days
              from shop_order where workspace_id = ${here.id} and counted group by customer_id) as d
     where c.workspace_id = ${here.id} and c.id = d.customer_id and c.order_days <> d.days`.execute(trx);
}
