import { connect } from '@tabiji/server/db/connect.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { setSubscriptions } from '@tabiji/server/customers/subscriptions/subscriptions.sql.ts';
import { receiveFeedback } from '@tabiji/server/feedback/receive.ts';
import type { FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import { readRows, recount } from '../reports/recount.ts';
import { exit, journey, mail, node } from '../support/build.ts';
import { startRunningApp } from '../support/running-app.ts';
import { until } from '../support/until.ts';
import { openWorkspace } from '../support/world-database.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';
const PEOPLE = 400;
/** Seconds; the machine may be busy. */
const PATIENCE = 120;
const GRAPH = journey(
  {
    name: '来店のお礼',
    on: { on: 'event', event: 'visited' },
    settings: { goal: { orders: 'count', op: 'gte', value: 9 } },
  },
  node(
    'holdout',
    { percent: 50, salt: 's' },
    {
      in: [
        node(
          'experiment',
          {
            arms: ['a', 'b'].map((port) => ({ port, weight: 50 })),
            goal: { orders: 'count', op: 'gte', value: 1, since: 'entered' },
            within: 'P7D',
            salt: 't',
          },
          { a: [mail('one')], b: [mail('two')] },
        ),
      ],
      out: [exit('out')],
    },
  ),
);

/** A running shop, a month after its mails were sent, bounced, opened, clicked, refused, and followed by orders. */
export async function openReportedShop() {
  await using stack = new AsyncDisposableStack();
  const app = stack.use(await startRunningApp());
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', origin: app.url };
    const reply = await fetch(`${app.url}/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  const tell = async (facts: readonly unknown[]) => {
    for (let i = 0; i < facts.length; i += 400) await call('POST', '/batch', { facts: facts.slice(i, i + 400) });
  };
  const { query } = stack.use(await openWorkspace(app.databaseUrl, 1));
  const db = connect(app.databaseUrl, 1, () => undefined);
  stack.defer(() => db.destroy());

  for (const key of ['one', 'two'])
    await call('PUT', `/templates/${key}`, { name: `お礼 ${key}`, subject: 'お礼', mjml: MJML });
  const { id, rev } = await call<{ id: number; rev: number }>('POST', '/journeys', { graph: GRAPH });
  await call('POST', `/journeys/${id}/publish`, { rev });
  await tell(
    Array.from({ length: PEOPLE }, (_, i) => [
      {
        type: 'identify',
        customer: `c${i}`,
        lastName: '佐藤',
        firstName: `花子${i}`,
        ...(i % 9 > 0 && { email: `c${i}@example.com` }),
      },
      { type: 'track', id: `visited-${i}`, customer: `c${i}`, event: 'visited' },
    ]).flat(),
  );
  const chosen = () =>
    query<{ n: number; port: string }>(
      "select substr(c.external_id, 2)::int as n, h.port from choice h join customer c on c.id = h.customer_id where h.node = 'holdout1'",
    );
  const done = async () => {
    const [row] = await query<{ mails: number; waiting: number }>(
      'select (select count(*)::int from message) as mails, (select count(*)::int from outbox) as waiting',
    );
    return (
      row!.mails > 0 && row!.waiting === 0 && row!.mails === (await chosen()).filter(({ port }) => port === 'in').length
    );
  };
  await until('all have left the node that keeps people out', async () => (await chosen()).length === PEOPLE, PATIENCE);
  await until('all mails are in the archive', done, PATIENCE);

  await tell(
    (await chosen()).flatMap(({ n, port }) =>
      n % (port === 'in' ? 2 : 6) === 0 ? [{ type: 'order', id: `o${n}`, customer: `c${n}`, amount: 3000 }] : [],
    ),
  );
  const sent = await query<{ id: number; customer: number }>(
    "select id::int, customer_id::int as customer from message where state = 'sent' order by id",
  );
  const told = sent.flatMap(({ id: messageId, customer: customerId }, i) =>
    (i % 40 === 0
      ? ['bounced']
      : i % 50 === 1
        ? ['delivered', 'complained']
        : i % 5 === 2
          ? ['opened', 'clicked']
          : ['opened']
    ).map((kind) => ({
      messageId,
      customerId,
      kind: kind as FeedbackKind,
      key: `${messageId} ${kind}`,
      source: 'resend' as const,
      at: Date.now(),
      ...(kind === 'bounced' && { class: 'hard' as const }),
    })),
  );
  const refused = sent.filter((_, i) => i % 30 === 3).map(({ customer }) => customer);
  await inWorkspace(db, 1, async (trx, here) => {
    await receiveFeedback(trx, here, told);
    await setSubscriptions(
      trx,
      here,
      refused.map((customerId) => ({ customerId, topic: '*', subscribed: false, source: 'one_click' as const })),
    );
  });
  await call('POST', '/workspace/travel', { by: 'P31D' });
  await until(
    'the month is over',
    async () => !(await call<{ travelling: boolean }>('GET', '/workspace')).travelling,
    PATIENCE,
  );
  const counted = recount(await readRows(query), { touch: 'sent', days: 7 }).map(
    ({ mail: { node: step }, figures }) => ({
      node: step,
      figures,
    }),
  );
  const choices = await chosen();
  const parts = stack.move();
  return { app, journey: id, counted, choices, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
export type ReportedShop = Awaited<ReturnType<typeof openReportedShop>>;
