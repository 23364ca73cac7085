import type { Json } from '@tabiji/shared/json.ts';
import { Webhook } from '@tabiji/shared/nodes/webhook/node.ts';
import type { Performed, Performer, Work } from '../performer.ts';
import { guardedRequest, type Answer } from './guarded-request.ts';

/** Calls the address of a webhook node and says by which port its customer goes on. */
export const webhookPerformer: Performer = {
  givesUp: 'failed',
  inReplay: 'ok',
  async perform(work, { signal, config }) {
    const { url, method, headers, fields, keep } = Webhook.parse(work.payload);
    try {
      const answer = await guardedRequest({
        url,
        method,
        headers: {
          ...Object.fromEntries(headers.map(({ name, value }) => [name, value])),
          'content-type': 'application/json',
          'user-agent': 'Tabiji',
          'idempotency-key': work.key,
        },
        body: JSON.stringify(bodyOf(work, fields)),
        signal,
        allowed: new Set(config.webhookAllow ?? []),
      });
      return resultOf(answer, keep);
    } catch (error) {
      return { kind: 'later', because: messageOf(error) };
    }
  },
};

/** What the receiver gets: the customer's id always, of the rest what the node names. */
const bodyOf = ({ key, askedAt, customer, journey, enrollment }: Work, fields: readonly string[]) => ({
  id: key,
  at: askedAt,
  journey,
  node: enrollment.node,
  customer: {
    id: customer.externalId,
    ...Object.fromEntries(fields.map((field) => [field, customer.attributes[field] ?? null])),
  },
});

function resultOf(answer: Answer, keep: Webhook['keep']): Performed {
  if (answer.kind === 'blocked') return { kind: 'done', port: 'failed', because: answer.because };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'done', port: 'ok', attributes: kept(answer.text, keep) };
  if (status >= 500 || status === 408 || status === 425 || status === 429)
    return { kind: 'later', because: `status ${status}`, afterMs: secondsIn(answer.retryAfter) };
  return { kind: 'done', port: 'refused', because: `status ${status}` };
}

const LONGEST_KEPT = 1000;

/** Small values out of a JSON reply; anything else is left where it is. */
function kept(text: string | undefined, keep: Webhook['keep']): Record<string, Json> {
  if (keep.length === 0 || text === undefined) return {};
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    return {}; // 2xx with another kind of body is a success that tells nothing
  }
  if (typeof reply !== 'object' || reply === null) return {};
  return Object.fromEntries(
    keep.flatMap(({ field, attribute }) => {
      const value: unknown = Object.hasOwn(reply, field) ? (reply as Record<string, unknown>)[field] : undefined;
      const isSmall = typeof value === 'string' && value.length <= LONGEST_KEPT;
      return isSmall || typeof value === 'number' || typeof value === 'boolean' ? [[attribute, value]] : [];
    }),
  );
}

const HOUR_MS = 3_600_000;

const secondsIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Math.min(Number(text) * 1000, HOUR_MS) : undefined;

const messageOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  return typeof code === 'string' ? `${code}: ${message}` : message;
};
