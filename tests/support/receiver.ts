import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  key: string;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** What a receiver answers; `never` keeps the connection open. */
export type Reply = { status: number; body?: unknown } | 'never';

/** Somebody who is called, on loopback. */
export async function openReceiver(reply: (call: Received, nth: number) => Reply) {
  const calls: Received[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const call = {
        key: String(request.headers['idempotency-key']),
        headers: request.headers,
        body: JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>,
      };
      calls.push(call);
      const answer = reply(call, calls.length);
      if (answer === 'never') return;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/hook`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
