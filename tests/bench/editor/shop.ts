import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

export type Call = <T>(method: string, path: string, body: unknown) => Promise<T>;

/** Asks a running server as its users would. @throws Error when it refuses */
export const callsTo =
  (url: string): Call =>
  async <T>(method: string, path: string, body: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', origin: url, connection: 'close' };
    const reply = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  };

/** The mail that the journeys send. */
export const writeNews = (call: Call): Promise<unknown> =>
  call('PUT', '/v1/templates/news', {
    name: 'お便り',
    subject: '今月のお便り',
    mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.lastName }}様</mj-text></mj-column></mj-section></mj-body></mjml>',
  });

/** Saves a journey as a draft; answers its number. */
export const draw = async (call: Call, graph: JourneyGraph): Promise<number> =>
  (await call<{ id: number }>('POST', '/v1/journeys', { graph })).id;
