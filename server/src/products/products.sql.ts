import type { Products } from '@tabiji/shared/api/products.ts';
import type { Offer } from '@tabiji/shared/sending/offer.ts';
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Orders in which products are looked for; shops sell today what they sold lately. */
const LOOKED_INTO = 2000;

/** Products of the last orders, the most often bought first; those whose promotions wait, and how many mails do. */
export async function listProducts(trx: Trx, here: Here): Promise<Products> {
  const { rows } = await sql<{ code: string; name: string | null }>`
    select code, max(name) as name from (
      select btrim(item ->> 'product') as code, item ->> 'name' as name
        from (select items from shop_order where workspace_id = ${here.id} order by id desc limit ${LOOKED_INTO}) o,
             jsonb_array_elements(o.items) item) found
     where code <> '' group by code order by count(*) desc, code limit 500`.execute(trx);
  const { rows: waits } = await sql<{ count: number }>`
    select count(*)::int from outbox where workspace_id = ${here.id} and ${isWaiting}`.execute(trx);
  return { known: rows, paused: [...here.pausedProducts], waiting: waits[0]?.count ?? 0 };
}

/** Says which products are not recommended for now; mails that waited for others are judged again at once. */
export async function pauseProducts(trx: Trx, here: Here, products: readonly string[]): Promise<void> {
  await sql`update workspace set paused_products = ${products as string[]}::text[] where id = ${here.id}`.execute(trx);
  await judgeAgain(trx, here);
}

/**
 * Says what a mail recommends; null: nothing.
 * @returns whether there is such a template
 */
export async function setOffer(trx: Trx, here: Here, template: string, offer: Offer | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update workspace set offers = ${offer === null ? sql`offers - ${template}::text` : sql`offers || ${JSON.stringify({ [template]: offer })}::jsonb`}
     where id = ${here.id}
       and exists (select from template where workspace_id = ${here.id} and key = ${template})`.execute(trx);
  await judgeAgain(trx, here);
  return numAffectedRows === 1n;
}

const isWaiting = sql`hold_until = 'infinity' and holds -> -1 ->> 1 = 'product_paused'`;

/** The workspace's row is locked before: hold.sql.ts waits for it, or is waited for. */
async function judgeAgain(trx: Trx, here: Here): Promise<void> {
  await sql`
    update outbox set hold_until = ${new Date(here.now)} where workspace_id = ${here.id} and ${isWaiting}`.execute(trx);
}
