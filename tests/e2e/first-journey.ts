import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';

/** The one mail that the journey sends. */
export async function writeMail({ url }: RunningApp): Promise<void> {
  const body = JSON.stringify({ name: 'F2_01', subject: '先日はありがとうございました', mjml: MJML });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/templates/f2-01`, { method: 'PUT', headers, body });
  if (!answer.ok) throw new Error(await answer.text());
}

/** First purchase, 14 days, bought again? if not, a mail. Ids are numbered in the order in which nodes are reached. */
export const FIRST_JOURNEY = [
  { id: 1, type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 2 } },
  { id: 2, type: 'wait', config: { for: 'P14D' }, next: { next: 3 } },
  {
    id: 3,
    type: 'branch',
    config: {
      branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 1, since: 'entered' } }],
      else: 'no',
    },
    next: { yes: null, no: 4 },
  },
  { id: 4, type: 'email', config: { template: 'f2-01' }, next: { next: null } },
];

/** The draft that the page shows, as the server has it, in the form of the list above. */
export async function storedNodes(page: Page): Promise<unknown[]> {
  await page.getByText(/^保存済み/).waitFor();
  const { origin, pathname } = new URL(page.url());
  const answer = await fetch(`${origin}/v1${pathname}`);
  const { graph } = (await answer.json()) as { graph: JourneyGraph };
  const order: string[] = [];
  const walk = (id: string) => {
    if (order.includes(id)) return;
    order.push(id);
    for (const next of Object.values(graph.nodes[id]?.next ?? {})) if (next) walk(next);
  };
  walk(graph.start);
  if (order.length !== Object.keys(graph.nodes).length) throw new Error('there are nodes that nothing leads to');
  return order.map((id, i) => {
    const { next = {}, ...node } = graph.nodes[id] ?? {};
    const ways = Object.entries(next).map(([port, to]) => [port, to ? order.indexOf(to) + 1 : null]);
    return { id: i + 1, ...node, next: Object.fromEntries(ways) as unknown };
  });
}
