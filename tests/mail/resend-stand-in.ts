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

/** What the next requests meet, instead of an ordinary answer. */
export type Manner = 'hang' | 'drop' | 'error-500' | 'busy' | 'busy-without-time' | 'unauthorized' | 'invalid';

interface Known {
  body: string;
  id: string;
  done: boolean;
}

export interface ResendStandIn extends AsyncDisposable {
  url: string;
  /** One per idempotency key, as Resend would send them. */
  accepted: Map<string, AcceptedMail>;
  /** Requests with a key that had been accepted before. */
  repeated: number;
  requests: number;
  /** When the last request with a key began to arrive, by `performance.now()`. */
  begun: Map<string, number>;
  manners: Manner[];
  /** How many senders are connected now. */
  connections(): Promise<number>;
}

/** Behaves as Resend's API does with idempotency keys (kept for 24 hours) and rate limits. */
export async function startResendStandIn({ workMs = 0 } = {}): Promise<ResendStandIn> {
  const keys = new Map<string, Known>();
  const state = {
    accepted: new Map<string, AcceptedMail>(),
    repeated: 0,
    requests: 0,
    begun: new Map<string, number>(),
    manners: [] as Manner[],
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = request.headers['idempotency-key'];
    if (typeof key === 'string') state.begun.set(key, performance.now());
    const body = await text(request);
    state.requests += 1;
    if (request.url !== '/emails' || typeof key !== 'string') return reply(response, 404, 'not_found');
    const manner = state.manners.shift();
    if (manner === 'busy') {
      response.setHeader('retry-after', '1');
      return reply(response, 429, 'rate_limit_exceeded');
    }
    if (manner === 'busy-without-time') return reply(response, 429, 'rate_limit_exceeded');
    if (manner === 'unauthorized') return reply(response, 401, 'invalid_api_key');
    if (manner === 'invalid') return reply(response, 422, 'validation_error');
    const hash = createHash('sha256').update(body).digest('hex');
    const known = keys.get(key);
    if (known && known.body !== hash) return reply(response, 409, 'invalid_idempotent_request');
    if (known && !known.done) return reply(response, 409, 'concurrent_idempotent_requests');
    if (known) state.repeated += 1;
    else await accept(key, hash, body);
    if (manner === 'hang') return;
    if (manner === 'drop') return void request.socket.destroy();
    if (manner === 'error-500') return reply(response, 500, 'application_error');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: keys.get(key)?.id }));
  }

  async function accept(key: string, hash: string, body: string): Promise<void> {
    const known = { body: hash, id: randomUUID(), done: false };
    keys.set(key, known);
    if (workMs > 0) await setTimeout(Math.random() * workMs);
    state.accepted.set(key, JSON.parse(body) as AcceptedMail);
    known.done = true;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // a sender was killed while it wrote
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
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

function reply(response: ServerResponse, status: number, name: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ name, statusCode: status, message: name }));
}
