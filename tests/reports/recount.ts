import type { MailFigures, ReportSettings } from '@tabiji/shared/api/reports.ts';
import type { Query } from '../support/world-database.ts';

interface Mail {
  id: number;
  customer: number;
  enrollment: number;
  journey: number;
  version: number;
  node: string;
  template: string;
  state: string;
  because: string | null;
  asked: number;
  at: number;
}

/** Everything reports are made of, as plain rows of one workspace, and what is told of each mail. */
export async function readRows(query: Query) {
  const rows = async <T>(text: string) => (await query(text)) as never as T[];
  const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
  const columns = `id::int, customer_id::int as customer, enrollment_id::int as enrollment, journey_id as journey, version, node, template`;
  return {
    mails: [
      ...(await rows<Mail>(
        `select ${columns}, state, because, ${ms('asked_at')} as asked, ${ms('at')} as at from message`,
      )),
      ...(await rows<Mail>(
        `select ${columns}, 'waiting' as state, null as because, ${ms('asked_at')} as asked, 0 as at from outbox`,
      )),
    ],
    told: await rows<{ mail: number; kind: string; class: string | null }>(
      'select message_id::int as mail, kind, class from feedback',
    ),
    clicks: await rows<{ mail: number; customer: number; at: number }>(
      `select message_id::int as mail, customer_id::int as customer, ${ms('at')} as at from feedback where kind = 'clicked'`,
    ),
    goals: await rows<{ id: number; ended: number }>(
      `select id::int, ${ms('ended_at')} as ended from enrollment where exit_reason = 'goal'`,
    ),
    orders: await rows<{ customer: number; at: number; amount: number }>(
      `select customer_id::int as customer, ${ms('at')} as at, (amount - refunded)::int as amount from shop_order where counted`,
    ),
    refused: await rows<{ customer: number; at: number }>(
      `select distinct customer_id::int as customer, ${ms('at')} as at from consent
        where not subscribed and source in ('one_click', 'preference_page', 'mailto')`,
    ),
  };
}
export type Rows = Awaited<ReturnType<typeof readRows>>;

const DAY = 86_400_000;

/** Counts mails one by one, by the words of docs/reports.md: no statement and no function of the product. */
export function recount(rows: Rows, { touch, days }: ReportSettings): { mail: Mail; figures: Partial<MailFigures> }[] {
  const found = new Map(rows.mails.map((mail) => [mail.id, { mail, figures: alone(mail, rows) }]));
  const touches =
    touch === 'clicked'
      ? rows.clicks.filter(({ mail }) => found.get(mail)?.mail.state === 'sent')
      : rows.mails.flatMap(({ id, customer, at, state }) => (state === 'sent' ? [{ mail: id, customer, at }] : []));
  const count = (mail: number, figures: Partial<MailFigures>) => {
    const sum = found.get(mail)!.figures;
    for (const [name, n] of Object.entries(figures) as [keyof MailFigures, number][]) sum[name] = (sum[name] ?? 0) + n;
  };
  for (const { customer, at, amount } of rows.orders) {
    const before = touches.filter((one) => one.customer === customer && one.at < at && one.at >= at - days * DAY);
    const last = before.toSorted((a, b) => b.at - a.at || b.mail - a.mail)[0];
    if (last) count(last.mail, { orders: 1, revenue: amount });
  }
  for (const { customer, at } of rows.refused) {
    const before = rows.mails.filter(
      (one) => one.state === 'sent' && one.customer === customer && one.at <= at && one.at > at - 30 * DAY,
    );
    const last = before.toSorted((a, b) => b.at - a.at || b.id - a.id)[0];
    if (last) count(last.id, { unsubscribed: 1 });
  }
  return [...found.values()];
}

function alone(mail: Mail, { told, goals }: Rows): Partial<MailFigures> {
  const figures: Partial<MailFigures> = { asked: 1 };
  if (mail.state === 'skipped' || mail.state === 'cancelled') figures.withheld = 1;
  else if (mail.state !== 'sent') figures[mail.state as 'failed'] = 1;
  if (mail.state !== 'sent') return figures;
  figures.sent = 1;
  const heard = told.filter((one) => one.mail === mail.id);
  const has = (kind: string) => heard.some((one) => one.kind === kind);
  const bounced = has('bounced') && !has('complained');
  const classes = heard.filter(({ kind }) => kind === 'bounced').map((one) => one.class);
  if (!bounced) figures.reached = 1; // everything goes to the mailbox of the application
  else if (classes.includes('hard')) figures.bouncedHard = 1;
  else if (classes.includes('sender')) figures.bouncedSender = 1;
  else figures.bouncedSoft = 1;
  if (has('opened')) figures.opened = 1;
  else if (has('machine_opened')) figures.machineOpened = 1;
  if (has('clicked')) figures.clicked = 1;
  else if (has('machine_clicked')) figures.machineClicked = 1;
  if (has('complained')) figures.complained = 1;
  if (goals.some(({ id, ended }) => id === mail.enrollment && mail.at <= ended)) figures.goals = 1;
  return figures;
}
