import { expect, vi } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { branch, exit, journey, mail, node, wait } from '../../support/build.ts';
import { startRunningApp, type RunningApp } from '../../support/running-app.ts';
import type { Journeys } from '../editor-states.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';

/** Its ways are compared with each other, and with people who are kept out. */
const COMPARED = journey(
  { name: 'くらべるジャーニー', on: { on: 'manual' } },
  node('holdout', { percent: 5, salt: 's' }, { in: [], out: [exit('out')] }),
  node(
    'experiment',
    {
      arms: ['a', 'b'].map((port) => ({ port, weight: 50 })),
      goal: { orders: 'count', op: 'gte', value: 1, since: 'entered' },
      within: 'P14D',
      salt: 's',
    },
    { a: [], b: [] },
  ),
);

/** One of everything there is a page for: running journeys with people inside, a segment, a template, a letter. */
async function fill({ url }: RunningApp): Promise<{ pages: string[]; journeys: Journeys; own: number }> {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', origin: url };
    const reply = await fetch(`${url}/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect([method, path, reply.status < 300]).toEqual([method, path, true]);
    return (await reply.json()) as Record<string, unknown>;
  };
  await call('PUT', '/templates/hello', { name: 'はじめに', subject: 'はじめまして', mjml: MJML });
  const condition = { orders: 'count', op: 'gte', value: 1 };
  await call('PUT', '/segments/buyers', { name: '購入者', condition });
  const graph = journey(
    { name: 'はじめてのお客様', on: { on: 'manual' } },
    mail('hello'),
    branch({ orders: 'count', op: 'gte', value: 1 }, [exit('bought')]),
    wait('P1D'),
  );
  const { id, rev } = await call('POST', '/journeys', { graph });
  await call('POST', `/journeys/${String(id)}/publish`, { rev });
  const customers = ['a', 'b', 'c'];
  const facts = customers.map((customer) => ({
    type: 'identify',
    customer,
    email: `${customer}@example.com`,
    lastName: '佐藤',
  }));
  await call('POST', '/batch', { facts });
  await call('POST', `/journeys/${String(id)}/enroll`, { customers });
  const days = (length: string) => journey({ name: '変更のあるジャーニー', on: { on: 'manual' } }, wait(length));
  const changed = await call('POST', '/journeys', { graph: days('P3D') });
  const path = `/journeys/${String(changed['id'])}`;
  await call('POST', `${path}/publish`, { rev: changed['rev'] });
  await call('POST', `${path}/enroll`, { customers });
  await call('PUT', `${path}/draft`, { base: changed['rev'], graph: days('P7D') });
  const compared = await call('POST', '/journeys', { graph: COMPARED });
  await call('POST', `/journeys/${String(compared['id'])}/publish`, { rev: compared['rev'] });
  await call('POST', `/journeys/${String(compared['id'])}/enroll`, { customers });
  const journeys: Journeys = { running: Number(id), changed: Number(changed['id']) };
  const first = await call('POST', '/journeys', { graph: { ...graph, name: '最初のメールを見るジャーニー' } });
  const held = `/journeys/${String(first['id'])}`;
  await call('POST', `${held}/publish`, { rev: first['rev'], holdFirst: 50 });
  await call('POST', `${held}/enroll`, { customers });
  const waiting = await vi.waitFor(
    async () => {
      const { mails } = await call('GET', `${held}/release/mails`);
      const [mail] = mails as { id: number }[];
      if (!mail) throw new Error('no mail waits yet');
      return mail.id;
    },
    { timeout: 20_000, interval: 200 },
  );
  const letter = await vi.waitFor(
    async () => {
      const { letters } = await call('GET', '/letters');
      const [first] = letters as { id: number; customerId: number }[];
      if (!first) throw new Error('no letter was written yet');
      return first;
    },
    { timeout: 20_000, interval: 200 },
  );
  const customer = letter.customerId;
  const own = await call('POST', '/journeys', { graph: days('P3D') });
  const plan = { segment: 'buyers', template: 'hello', topic: null, at: '2099-12-01T10:00', zone: 'workspace' };
  const mailing = await call('POST', '/mailings', { ...plan, name: '冬のお便り' });
  const pages = [
    '/journeys',
    `/journeys/${String(id)}`,
    `/journeys/${String(id)}?node=${graph.start}`,
    held,
    `${held}/release`,
    `${held}/release?mail=${waiting}`,
    `/journeys/${String(id)}/release`,
    '/customers',
    `/customers/${customer}`,
    `/customers/${customer}/why/${String(id)}`,
    '/segments',
    '/segments/buyers',
    '/segments/+?example=true',
    '/templates',
    '/templates/hello',
    '/templates/+',
    '/letters',
    `/letters/${letter.id}`,
    '/sending',
    '/sending?view=list',
    '/sending?view=mailings',
    '/sending?view=blackout',
    '/sending/new',
    `/sending/${String(mailing['id'])}`,
    '/sending/999999',
    '/reports',
    `/reports?journey=${String(id)}`,
    `/reports?journey=${String(id)}&node=hello`,
    '/reports?from=2020-01-01&to=2020-01-31',
    '/reports?view=comparisons',
    '/import',
    '/suppressions',
    '/settings',
    '/settings/senders',
    '/settings/pace',
    '/settings/brand',
    '/nowhere',
  ];
  return { pages, journeys, own: Number(own['id']) };
}

/** The application with one of everything, and a browser whose pages must not break. */
export async function openEverything() {
  await using stack = new AsyncDisposableStack();
  const app = stack.use(await startRunningApp());
  const browser = await openBrowser();
  stack.defer(async () => {
    await browser[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });
  const shop = await fill(app);
  const parts = stack.move();
  return { app, browser, ...shop, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

export type Everything = Awaited<ReturnType<typeof openEverything>>;
