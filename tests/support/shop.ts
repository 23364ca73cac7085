import type { JourneyStats } from '@tabiji/shared/api/journey-stats.ts';
import type { LetterPage } from '@tabiji/shared/api/mail.ts';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { startRunningApp } from './running-app.ts';

/** A shop that knows the product from outside only: its HTTP API. Nothing is advanced by hand. */
export async function openShop(environment: Record<string, string> = {}) {
  const app = await startRunningApp({ editor: false, log: 'silent', environment }); // connections are cut on purpose;
  const raw = (method: string, path: string, body?: string): Promise<Response> =>
    fetch(`${app.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: app.url },
      ...(body === undefined ? {} : { body }),
    });
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const reply = await raw(method, path, body === undefined ? undefined : JSON.stringify(body));
    const said = (await reply.json()) as T;
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(said)}`);
    return said;
  };
  const post = <T = unknown>(path: string, body: unknown) => call<T>('POST', path, body);
  return {
    url: app.url,
    databaseUrl: app.databaseUrl,
    raw,
    call,
    post,
    async publish(graph: JourneyGraph, templates: readonly string[]): Promise<number> {
      const mjml =
        '<mjml><mj-body><mj-section><mj-column><mj-text>{{ orders.count }}</mj-text></mj-column></mj-section></mj-body></mjml>';
      for (const key of templates) await call('PUT', `/v1/templates/${key}`, { name: key, subject: key, mjml });
      const { id, rev } = await post<{ id: number; rev: number }>('/v1/journeys', { graph });
      await post(`/v1/journeys/${id}/publish`, { rev });
      return id;
    },
    /** A customer with an address who buys. */
    async buy(customer: string): Promise<void> {
      await post('/v1/batch', {
        facts: [
          { type: 'identify', customer, email: `${customer}@example.com` },
          { type: 'order', id: `${customer}-${crypto.randomUUID()}`, customer, amount: 3000 },
        ],
      });
    },
    letters: async () => (await call<LetterPage>('GET', '/v1/letters?limit=200')).letters,
    stats: (journey: number) => call<JourneyStats>('GET', `/v1/journeys/${journey}/stats`),
    workspace: () => call<WorkspaceDetail>('GET', '/v1/workspace'),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}
export type Shop = Awaited<ReturnType<typeof openShop>>;
