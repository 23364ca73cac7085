import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { hostAndPort, isPublicAddress, whyNotCalled } from './addresses.ts';

const CONNECT_MS = 5_000;
const MOST_REDIRECTS = 3;
/** Of a reply, in bytes. */
const MOST_READ = 256 * 1024;

export interface Call {
  url: string;
  method: 'POST' | 'PUT' | 'PATCH';
  headers: Readonly<Record<string, string>>;
  body: string;
  signal: AbortSignal;
  /** `host:port` that the operator lets through, whatever its address. */
  allowed: ReadonlySet<string>;
}

export type Answer =
  | { kind: 'answered'; status: number; retryAfter: string | undefined; text: string | undefined }
  | { kind: 'blocked'; because: string };

class Blocked extends Error {}

/** Judges the very addresses that are connected to, so that a second answer of the name service cannot slip in between. */
const guardedLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused) return callback(new Blocked(`${host} is ${refused.address}, which is not a public address`), []);
    if (options.all) return callback(null, addresses);
    const [first] = addresses;
    return first ? callback(null, first.address, first.family) : callback(new Blocked(`${host} has no address`), []);
  });
};

const timeouts = { headersTimeout: 10_000, bodyTimeout: 10_000 };
const guarded = new Agent({ ...timeouts, connect: { lookup: guardedLookup, timeout: CONNECT_MS } });
const open = new Agent({ ...timeouts, connect: { timeout: CONNECT_MS } });

/**
 * Calls an address that a person typed: https and public addresses only, but for what the operator allows; up to three
 * redirects, each judged in the same way; a reply of at most 256 kB is read.
 * @throws what the connection throws, also when `signal` ends it
 */
export async function guardedRequest(call: Call, redirects = 0): Promise<Answer> {
  const url = new URL(call.url);
  const because = whyNotCalled(url, call.allowed);
  if (because !== undefined) return { kind: 'blocked', because };
  const { method, headers, body, signal } = call;
  const dispatcher = call.allowed.has(hostAndPort(url)) ? open : guarded;
  let reply: Dispatcher.ResponseData;
  try {
    reply = await request(url.href, { method, headers, body, signal, dispatcher });
  } catch (error) {
    const cause = blockedIn(error);
    if (cause) return { kind: 'blocked', because: cause.message };
    throw error;
  }
  const status = reply.statusCode;
  const target = reply.headers.location;
  if ([301, 302, 307, 308].includes(status) && typeof target === 'string') {
    hangUp(reply.body);
    if (redirects >= MOST_REDIRECTS) return { kind: 'blocked', because: 'too many redirects' };
    if (!URL.canParse(target, url.href)) return { kind: 'blocked', because: 'a redirect to nowhere' };
    const next = new URL(target, url.href);
    const own = next.origin === url.origin ? headers : withoutSecrets(headers);
    return guardedRequest({ ...call, url: next.href, headers: own }, redirects + 1);
  }
  const retryAfter = reply.headers['retry-after'];
  return {
    kind: 'answered',
    status,
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
    text: await textOf(reply.body),
  };
}

/** What may go to another host than the one that was typed. */
const withoutSecrets = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => SAFE.has(name.toLowerCase())));
const SAFE: ReadonlySet<string> = new Set(['content-type', 'idempotency-key', 'user-agent']);

/** Reads no further. That the stream then ends with an error is our own doing. */
function hangUp(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined);
  body.destroy();
}

/** The reply's text; undefined when it is too long. */
async function textOf(body: Dispatcher.ResponseData['body']): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += (piece as Buffer).length;
    if (size > MOST_READ) {
      hangUp(body);
      return undefined;
    }
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function blockedIn(error: unknown): Blocked | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Blocked) return cause;
    if (cause instanceof AggregateError) return cause.errors.map(blockedIn).find(Boolean);
  }
  return undefined;
}
