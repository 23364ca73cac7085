import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPublicAddress, whyNotCalled } from './addresses.ts';
import { guardedRequest } from './guarded-request.ts';

const hits: { url: string; method: string; headers: Record<string, unknown>; body: string }[] = [];
let answer: { status: number; headers?: Record<string, string>; body?: string } = { status: 200 };
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      hits.push({
        url: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        body: Buffer.concat(pieces).toString(),
      });
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body ?? '');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  hits.length = 0;
  answer = { status: 200 };
});

const call = (url: string, allowed: string[] = []) =>
  guardedRequest({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer secret', 'idempotency-key': 'k1' },
    body: '{"a":1}',
    signal: AbortSignal.timeout(3000),
    allowed: new Set(allowed),
  });

/** Every way of writing an address inside that is known to have got past somebody. `:P` is the port of a listening server. */
const INSIDE = [
  'https://127.0.0.1/',
  'https://127.0.0.1:P/',
  'http://127.0.0.1:P/',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.255.255.254/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0x7f.0.0.0x1/',
  'https://017700000001/',
  'https://0177.0.0.1/',
  'https://127.0.0.1./',
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST:P/',
  'https://0/',
  'https://0.0.0.0/',
  'https://0.1.2.3/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[2002:7f00:1::]/',
  'https://[2001::1]/',
  'https://[fd00::1]/',
  'https://[fc00::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://169.254.170.2/',
  'https://2852039166/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://192.0.2.1/',
  'https://192.88.99.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://100.64.0.1/',
  'https://100.127.255.255/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://user:pass@127.0.0.1/',
  'https://example.com@127.0.0.1/',
  'https://user@shop.example/',
  'https://127。0。0。1/',
  'https://①②⑦.⓪.⓪.①/',
  'https://shop.example:22/',
  'https://shop.example:P/',
  'http://shop.example/',
  'ftp://127.0.0.1/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:P/',
  'data:text/plain,x',
];

describe('nothing inside is called', () => {
  test.each(INSIDE)('%s', async (written) => {
    const result = await call(written.replace(':P', `:${port}`));
    expect(result).toMatchObject({ kind: 'blocked' });
    expect(hits).toEqual([]);
  });
});

test('public addresses may be called, on the port of https', () => {
  for (const url of [
    'https://93.184.216.34/x',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
    'https://shop.example/hook',
  ])
    expect(whyNotCalled(new URL(url), new Set())).toBeUndefined();
  expect(isPublicAddress('not an address')).toBe(false);
});

test('what the operator allows is called, with its port only', async () => {
  expect(await call(`http://127.0.0.1:${port}/hook`, [`127.0.0.1:${port}`])).toMatchObject({
    kind: 'answered',
    status: 200,
  });
  expect(hits).toMatchObject([{ url: '/hook', method: 'POST', body: '{"a":1}', headers: { 'idempotency-key': 'k1' } }]);
  expect(await call(`http://127.0.0.1:${port}/hook`, ['127.0.0.1:1'])).toMatchObject({ kind: 'blocked' });
});

test('a redirect is judged like the first address', async () => {
  answer = { status: 302, headers: { location: 'https://169.254.169.254/latest' } };
  expect(await call(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`])).toMatchObject({ kind: 'blocked' });
  answer = { status: 307, headers: { location: `http://localhost:${port}/` } };
  expect(await call(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`])).toMatchObject({ kind: 'blocked' });
  expect(hits).toHaveLength(2);
});

test('redirects end after three, and secrets do not go to another host', async () => {
  answer = { status: 308, headers: { location: '/again' } };
  expect(await call(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`])).toEqual({
    kind: 'blocked',
    because: 'too many redirects',
  });
  expect(hits).toHaveLength(4);
  hits.length = 0;
  answer = { status: 307, headers: { location: `http://localhost:${port}/there` } };
  await call(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`, `localhost:${port}`]);
  expect(hits[0]?.headers['authorization']).toBe('Bearer secret');
  expect(hits[1]).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'idempotency-key': 'k1' } });
  expect(hits[1]?.headers['authorization']).toBeUndefined();
});

test('a reply that does not end is not read to its end', async () => {
  answer = { status: 200, body: 'x'.repeat(300 * 1024) };
  expect(await call(`http://127.0.0.1:${port}/`, [`127.0.0.1:${port}`])).toMatchObject({
    status: 200,
    text: undefined,
  });
});
