import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { text } from 'node:stream/consumers';

interface AcceptedMail {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** What the next requests meet, instead of an ordinary answer. `strict` refuses a batch for one bad recipient in it. */
export type Manner =
  | 'hang'
  | 'drop'
  | 'error-500'
  | 'lost'
  | 'slow'
  | 'busy'
  | 'busy-without-time'
  | 'unauthorized'
  | 'invalid'
  | 'strict';

interface Known {
  at: number;
  body: string;
  answer: object;
  done: boolean;
}

export interface ResendStandIn extends AsyncDisposable {
  url: string;
  /** One per mail, as Resend would send them, by the mail's own key. */
  accepted: Map<string, AcceptedMail>;
  /** Keys of mails that were accepted more than once. */
  doubled: string[];
  /** Requests with a key that had been accepted before. */
  repeated: number;
  requests: number;
  /** Requests that it is still busy with, also where nobody waits for the answer any more. */
  working: number;
  /** How often each error was answered. */
  answered: Map<string, number>;
  /** When the last request with a mail began to arrive, by `performance.now()`. */
  begun: Map<string, number>;
  manners: Manner[];
  /** Asked for each request when `manners` is empty. */
  next?: (request: { keys: string[]; bad: number }) => Manner | undefined;
  /** As if so much time had passed: keys are kept for 24 hours. */
  travel(milliseconds: number): void;
  /** How many senders are connected now. */
  connections(): Promise<number>;
}

/** Longer than a sender's patience in the tests that ask for it. */
const SLOW_MS = 4000;
const KEPT_MS = 24 * 3_600_000;

/** Behaves as Resend's API does with idempotency keys (kept for 24 hours), batches and rate limits. */
export async function startResendStandIn({ workMs = 0 } = {}): Promise<ResendStandIn> {
  const keys = new Map<string, Known>();
  let offset = 0;
  const now = () => performance.now() + offset;
  const state = {
    accepted: new Map<string, AcceptedMail>(),
    doubled: [] as string[],
    repeated: 0,
    requests: 0,
    working: 0,
    answered: new Map<string, number>(),
    begun: new Map<string, number>(),
    manners: [] as Manner[],
    next: undefined as ResendStandIn['next'],
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = request.headers['idempotency-key'];
    const began = performance.now();
    const body = await text(request);
    state.requests += 1;
    const together = request.url === '/emails/batch';
    if ((request.url !== '/emails' && !together) || typeof key !== 'string') return refuse(response, 404, 'not_found');
    const mails = together ? (JSON.parse(body) as AcceptedMail[]) : [JSON.parse(body) as AcceptedMail];
    const asked = together ? mails.map(keyOf) : [key];
    for (const one of asked) state.begun.set(one, began);
    const bad = mails.flatMap((mail, index) => (isBad(mail) ? [{ index, message: 'Invalid `to` field.' }] : []));
    const manner = state.manners.shift() ?? state.next?.({ keys: asked, bad: bad.length });
    if (manner === 'busy') {
      response.setHeader('retry-after', '1');
      return refuse(response, 429, 'rate_limit_exceeded');
    }
    if (manner === 'busy-without-time') return refuse(response, 429, 'rate_limit_exceeded');
    if (manner === 'unauthorized') return refuse(response, 401, 'invalid_api_key');
    if (manner === 'lost') return void request.socket.destroy();
    const hash = createHash('sha256').update(body).digest('hex');
    const known = keys.get(key);
    const isKnown = known !== undefined && now() - known.at < KEPT_MS;
    if (isKnown && known.body !== hash) return refuse(response, 409, 'invalid_idempotent_request');
    if (isKnown && !known.done) return refuse(response, 409, 'concurrent_idempotent_requests');
    if (isKnown) state.repeated += 1;
    else {
      const permissive = together && request.headers['x-batch-validation'] === 'permissive' && manner !== 'strict';
      if (manner === 'invalid' || (bad.length > 0 && !permissive)) return refuse(response, 422, 'validation_error');
      await accept(key, hash, mails, { bad, together, ms: manner === 'slow' ? SLOW_MS : Math.random() * workMs });
    }
    if (manner === 'hang') return;
    if (manner === 'drop') return void request.socket.destroy();
    if (manner === 'error-500') return refuse(response, 500, 'application_error');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(keys.get(key)?.answer));
  }

  async function accept(
    key: string,
    body: string,
    mails: AcceptedMail[],
    { bad, together, ms }: { bad: { index: number; message: string }[]; together: boolean; ms: number },
  ): Promise<void> {
    const good = mails.filter((_, index) => !bad.some((one) => one.index === index));
    const ids = good.map(() => ({ id: randomUUID() }));
    const answer = together ? { data: ids, ...(bad.length > 0 && { errors: bad }) } : ids[0]!;
    const known = { at: now(), body, answer, done: false };
    keys.set(key, known);
    state.working += 1;
    if (ms > 0) await setTimeout(ms);
    for (const mail of good) {
      const own = together ? keyOf(mail) : key;
      if (state.accepted.has(own)) state.doubled.push(own);
      state.accepted.set(own, mail);
    }
    known.done = true;
    state.working -= 1;
  }

  function refuse(response: ServerResponse, status: number, name: string): void {
    const what = `${status} ${name}`;
    state.answered.set(what, (state.answered.get(what) ?? 0) + 1);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ name, statusCode: status, message: name }));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // a sender was killed while it wrote
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    travel: (milliseconds: number) => void (offset += milliseconds),
    connections: () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** The key of a mail by itself; its Message-ID holds it. */
const keyOf = ({ headers }: AcceptedMail): string => /^<([^@]+)@/.exec(headers['Message-ID'] ?? '')?.[1] ?? '';

/** An address that Resend would not take. */
const isBad = ({ to }: AcceptedMail): boolean => to.some((address) => address.startsWith('bad'));
