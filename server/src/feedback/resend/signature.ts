import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Millis } from '@tabiji/shared/time.ts';

/** The headers by which a call proves whose it is; as they came, or absent. */
export interface SignedHeaders {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
}

const TOLERANCE_MS = 5 * 60_000;

/** `whsec_` and the key in base64, as the provider shows it. Undefined for anything else. */
export function keyOf(secret: string): Buffer | undefined {
  const text = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  const key = text === undefined ? undefined : Buffer.from(text, 'base64');
  return key && key.length >= 16 ? key : undefined;
}

/**
 * Whether these very bytes were signed with one of the secrets, and not more than five minutes before or after `now`
 * (Standard Webhooks: HMAC-SHA-256 over `id.timestamp.body`; several signatures stand side by side while keys change).
 * @param now real time
 */
export function isSigned(
  body: Uint8Array,
  { id, timestamp, signature }: SignedHeaders,
  { secrets, now }: { secrets: readonly string[]; now: Millis },
): boolean {
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS) return false;
  const given = signature.split(' ').flatMap((each) => {
    const [version, text] = each.split(',', 2);
    return version === 'v1' && text !== undefined ? [Buffer.from(text, 'base64')] : [];
  });
  let isGenuine = false;
  for (const secret of secrets) {
    const key = keyOf(secret);
    if (!key) continue;
    const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    for (const one of given) if (one.length === wanted.length && timingSafeEqual(one, wanted)) isGenuine = true;
  }
  return isGenuine;
}
