import { type RawBuilder, sql } from 'kysely';
import type { ReportSettings } from '@tabiji/shared/api/reports.ts';
import { OWN_WORDS } from '../customers/subscriptions/said.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { instantsOf, isArchivedIn, localDay, type AskedIn } from './asked-in.sql.ts';
import type { Spot } from './mail-cells.sql.ts';

export interface SaleCell extends Spot {
  orders: number;
  revenue: number;
}

/**
 * Orders that count for mails of the report: each for the last mail that was sent to its customer, or clicked by them,
 * within the window before it, whoever's mail that was. Refused, cancelled and refunded orders do not count.
 */
export async function saleCells(
  trx: Trx,
  here: Here,
  asked: AskedIn,
  { touch, days }: ReportSettings,
): Promise<SaleCell[]> {
  const window = sql`${days} * interval '1 day'`;
  const { rows } = await sql<SaleCell>`
    with mail as materialized (
      select id, customer_id, journey_id, node, template, asked_at, at
        from message where ${isArchivedIn(here, asked)} and state = 'sent'),
    span as materialized (select min(at) as from_at, ${touch === 'sent' ? sql`max(at)` : sql`${new Date(here.now)}::timestamptz`} + ${window} as to_at from mail),
    sale as materialized (
      select id, customer_id, at, amount - refunded as amount from shop_order
       where workspace_id = ${here.id} and counted
         and at > (select from_at from span) and at <= (select to_at from span)
         and customer_id in (select customer_id from mail)),
    touch as (${touches(here, touch)}),
    last as (
      select distinct on (s.id) s.amount, t.message_id
        from sale s join touch t on t.customer_id = s.customer_id and t.at < s.at and t.at >= s.at - ${window}
       order by s.id, t.at desc, t.message_id desc)
    select journey_id as "journeyId", node, template, ${localDay(sql`asked_at`, here)} as day,
           count(*)::int as orders, sum(last.amount)::bigint as revenue
      from last join mail on mail.id = last.message_id group by 1, 2, 3, 4`.execute(trx);
  return rows;
}

const touches = (here: Here, touch: ReportSettings['touch']): RawBuilder<unknown> =>
  touch === 'sent'
    ? sql`select id as message_id, customer_id, at from message
           where workspace_id = ${here.id} and state = 'sent'
             and at >= (select from_at from span) and at <= (select to_at from span)`
    : sql`select message_id, customer_id, at from feedback
           where workspace_id = ${here.id} and kind = 'clicked'
             and at >= (select from_at from span) and at <= (select to_at from span)`;

/** Within so many days after a mail a refusal counts for it. */
const REFUSED_WITHIN_DAYS = 30;

/** Readers who refused mails themselves, each for the last mail that was sent to them before. */
export async function stopCells(trx: Trx, here: Here, asked: AskedIn): Promise<(Spot & { unsubscribed: number })[]> {
  const { from } = instantsOf(asked, here);
  const { rows } = await sql<Spot & { unsubscribed: number }>`
    with said as materialized (
      select distinct customer_id, at from consent
       where workspace_id = ${here.id} and not subscribed and source = any(${[...OWN_WORDS]}::text[])
         and at >= ${new Date(from)}),
    last as materialized (
      select m.id from said s cross join lateral (
        select id from message
         where workspace_id = ${here.id} and customer_id = s.customer_id and state = 'sent'
           and at <= s.at and at > s.at - ${REFUSED_WITHIN_DAYS} * interval '1 day'
         order by at desc, id desc limit 1) m)
    select journey_id as "journeyId", node, template, ${localDay(sql`asked_at`, here)} as day, count(*)::int as unsubscribed
      from message m join last using (id) where ${isArchivedIn(here, asked)} group by 1, 2, 3, 4`.execute(trx);
  return rows;
}
