import { sql, type RawBuilder } from 'kysely';
import { mallChannels } from '@tabiji/shared/sending/malls.ts';
import type { SuppressionReason } from '@tabiji/shared/sending/suppression.ts';
import { ALL_TOPICS } from '@tabiji/shared/sending/topics.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Check } from './may-send.ts';

/**
 * What speaks for and against writing to a customer `c` about a topic, found by its keys one by one: joined in the
 * ordinary way, a planner that has no statistics yet may compare everything with everything.
 * @param template of a mail; without one, no product is asked about
 */
export const permissionJoins = (
  here: Here,
  topic: RawBuilder<unknown>,
  template: RawBuilder<unknown> = sql`null::text`,
): RawBuilder<unknown> => sql`
  ${boughtJoin(here, template)}
  left join lateral (
    select max(at) filter (where topic <> ${ALL_TOPICS}) as said_at,
           bool_or(subscribed) filter (where topic <> ${ALL_TOPICS}) as said,
           max(at) filter (where topic = ${ALL_TOPICS} and not subscribed) as refused_all_at
      from subscription where workspace_id = ${here.id} and customer_id = c.id
       and topic in (${topic}, ${ALL_TOPICS}) offset 0) s on true
  left join lateral (select reason from suppression where workspace_id = ${here.id}
                        and address_hash = address_hash(${here.salt}, c.email) offset 0) x on true
  left join lateral (select max(until) as until from promotion_hold
                      where workspace_id = ${here.id} and customer_id = c.id offset 0) p on true
  left join lateral (select bool_and(coalesce(lower(btrim(channel)) = any(${mallChannels(here.rules)}::text[]), false)) as only
                       from shop_order where workspace_id = ${here.id} and customer_id = c.id and counted
                     offset 0) m on true`;

/** Nothing is read in a shop whose mails name no products. */
const boughtJoin = (here: Here, template: RawBuilder<unknown>): RawBuilder<unknown> => {
  if (Object.keys(here.offers).length === 0) return sql`cross join (select null::text as product) b`;
  const offer = sql`(${JSON.stringify(here.offers)}::jsonb -> ${template})`;
  return sql`
  left join lateral (
    select btrim(item ->> 'product') as product from shop_order so, jsonb_array_elements(so.items) item
     where so.workspace_id = ${here.id} and so.customer_id = c.id and so.counted
       and so.at > ${new Date(here.now)}::timestamptz - (${offer} ->> 'boughtWithin')::int * interval '1 day'
       and ${offer} -> 'products' ? btrim(item ->> 'product')
     order by so.at desc limit 1) b on true`;
};

export const permissionColumns = sql`
  c.merged_into is not null as merged, c.email, c.time_zone, s.said, s.said_at, s.refused_all_at,
  x.reason as suppressed, p.until as promotions_held_until, coalesce(m.only, false) as mall_only, b.product as bought_product`;

export interface RawPermission {
  merged: boolean;
  email: string | null;
  time_zone: string | null;
  said: boolean | null;
  said_at: Date | null;
  refused_all_at: Date | null;
  suppressed: SuppressionReason | null;
  promotions_held_until: Date | null;
  mall_only: boolean;
  bought_product: string | null;
}

export type Permission = Omit<Check, 'waiting' | 'journey'>;

export const permissionOf = (row: RawPermission): Permission => ({
  merged: row.merged,
  email: row.email,
  zone: row.time_zone,
  said: row.said_at && { subscribed: row.said === true, at: row.said_at.getTime() },
  refusedAllAt: row.refused_all_at?.getTime() ?? null,
  suppressed: row.suppressed,
  mallOnly: row.mall_only,
  boughtProduct: row.bought_product,
  promotionsHeldUntil: row.promotions_held_until?.getTime() ?? null,
});

/** The same for many customers, before a mail is asked for. */
export async function permissions(
  trx: Trx,
  here: Here,
  customers: readonly number[],
  { topic, template }: { topic: string; template: string },
): Promise<(Permission & { id: number })[]> {
  const { rows } = await sql<RawPermission & { id: number }>`
    select c.id, ${permissionColumns} from customer c ${permissionJoins(here, sql`${topic}`, sql`${template}`)}
     where c.workspace_id = ${here.id} and c.id = any(${customers as number[]}::bigint[])`.execute(trx);
  return rows.map(({ id, ...row }) => ({ id, ...permissionOf(row) }));
}
