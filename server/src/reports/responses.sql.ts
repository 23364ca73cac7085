import { type RawBuilder, sql } from 'kysely';
import type { ReportSettings } from '@tabiji/shared/api/reports.ts';
import { OWN_WORDS } from '../customers/subscriptions/said.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { isArchived } from '../messages/archived-at.sql.ts';
import { dayAsked, isArchivedIn, isAskedIn, type AskedIn } from './asked-in.sql.ts';
import type { Spot } from './mail-cells.sql.ts';
import type { Span } from './span.sql.ts';

export interface SaleCell extends Spot {
  orders: number;
  revenue: number;
}

/** Between which instants the mails went. */
type Sent = NonNullable<Span['sent']>;

interface SalesAsked {
  asked: AskedIn;
  sent: Sent;
  settings: ReportSettings;
}

/**
 * Orders that count for mails of the report: each for the last mail that was sent to its customer, or clicked by them,
 * within the window before it, whoever's mail that was. Refused, cancelled and refunded orders do not count.
 */
export async function saleCells(trx: Trx, here: Here, { asked, sent, settings }: SalesAsked): Promise<SaleCell[]> {
  const isClicked = settings.touch === 'clicked';
  const window = sql`${settings.days} * interval '1 day'`;
  const first = sql`${sent.first}::timestamptz`;
  const last = sql`(${isClicked ? new Date(here.now) : sent.last}::timestamptz + ${window})`;
  const { rows } = await sql<SaleCell>`
    with sale as (
      select id, customer_id, at, amount - refunded as amount from shop_order
       where workspace_id = ${here.id} and counted and at > ${first} and at <= ${last}),
    touch as (${isClicked ? clicks(here, first) : mails(here, first, last)}),
    last as (
      select distinct on (s.id) s.amount, t.*
        from sale s join touch t on t.customer_id = s.customer_id and t.at < s.at and t.at >= s.at - ${window}
       order by s.id, t.at desc, t.message_id desc),
    mail as (${isClicked ? clicked(here, asked) : sql`select * from last where ${isAskedIn(here, asked)}`})
    select journey_id as "journeyId", node, template, ${dayAsked(here, asked)} as day,
           count(*)::int as orders, sum(amount)::bigint as revenue
      from mail group by 1, 2, 3, 4`.execute(trx);
  return rows;
}

/** All that is known of a mail which was sent, whoever's it is: it may take an order from a mail of the report. */
const mails = (here: Here, first: RawBuilder<unknown>, last: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select *, id as message_id from message
   where workspace_id = ${here.id} and state = 'sent' and ${isArchived(here, '>=', first)} and ${isArchived(here, '<=', last)}`;

const clicks = (here: Here, first: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select message_id, customer_id, at from feedback where workspace_id = ${here.id} and kind = 'clicked' and at >= ${first}`;

const clicked = (here: Here, asked: AskedIn): RawBuilder<unknown> => sql`
  select m.*, amount from (select * from message where ${isArchivedIn(here, asked)}) m join last on message_id = m.id`;

/** Within so many days after a mail a refusal counts for it. */
const REFUSED_WITHIN_DAYS = 30;

/** Readers who refused mails themselves, each for the last mail that was sent to them before. */
export async function stopCells(
  trx: Trx,
  here: Here,
  asked: AskedIn,
  { first, last }: Sent,
): Promise<(Spot & { unsubscribed: number })[]> {
  const days = sql`${REFUSED_WITHIN_DAYS} * interval '1 day'`;
  const { rows } = await sql<Spot & { unsubscribed: number }>`
    with said as materialized (
      select distinct customer_id, at as said_at from consent
       where workspace_id = ${here.id} and not subscribed and source = any(${[...OWN_WORDS]}::text[])
         and at >= ${first} and at < ${last}::timestamptz + ${days}),
    mail as (
      select m.* from said cross join lateral (
        select * from message
         where workspace_id = ${here.id} and customer_id = said.customer_id and state = 'sent'
           and ${isArchived(here, '<=', sql`said_at`)} and ${isArchived(here, '>', sql`said_at - ${days}`)}
         order by at desc, id desc limit 1) m)
    select journey_id as "journeyId", node, template, ${dayAsked(here, asked)} as day, count(*)::int as unsubscribed
      from mail where ${isAskedIn(here, asked)} group by 1, 2, 3, 4`.execute(trx);
  return rows;
}
