import { createHmac, timingSafeEqual } from 'node:crypto';
import { believedKey, signingKey } from '../link-keys.ts';

/** What a link lets its holder do: stop a topic, see to all of them, or confirm that a sign-up was theirs. */
export type Purpose = 'unsubscribe' | 'preferences' | 'confirm';

/** What a link says. */
export interface StopLink {
  workspaceId: number;
  /** Number of the customer; of the request where the link confirms one. */
  of: number;
  purpose: Purpose;
  topic: string;
}

const LETTERS: Readonly<Record<Purpose, string>> = { unsubscribe: 'u', preferences: 'p', confirm: 'c' };
const PURPOSES = new Map(Object.entries(LETTERS).map(([purpose, letter]) => [letter, purpose as Purpose]));

/**
 * A token that says so and never runs out: numbers and the topic, no address, then the number of the key and 128 bits
 * that only the holder of that key can make. The same link always has the same token.
 * @param keys the workspace's, the newest last
 */
export function tokenFor({ workspaceId, of, purpose, topic }: StopLink, keys: readonly string[]): string {
  const said = Buffer.from([workspaceId, of, LETTERS[purpose], topic].join('.')).toString('base64url');
  const { number, secret } = signingKey(keys);
  return `${said}.${number}.${signatureOf(said, number, secret)}`;
}

const signatureOf = (said: string, key: number, secret: string): string =>
  createHmac('sha256', secret).update(`tabiji stop 1\n${key}\n${said}`).digest().subarray(0, 16).toString('base64url');

/** What a token says; not believed before `isGenuine`. Undefined for anything that is none. */
export function readToken(token: string): StopLink | undefined {
  const [said = ''] = token.split('.', 1);
  const parts = /^(\d{1,9})\.(\d{1,15})\.([a-z])\.(.{1,100})$/su.exec(Buffer.from(said, 'base64url').toString());
  const purpose = PURPOSES.get(parts?.[3] ?? '');
  if (!parts || !purpose) return undefined;
  return { workspaceId: Number(parts[1]), of: Number(parts[2]), purpose, topic: parts[4]! };
}

/** Whether a token was made with one of these keys. Takes as long for a wrong one. */
export function isGenuine(token: string, keys: readonly string[]): boolean {
  const [said = '', number = '', signature = '', more] = token.split('.');
  if (more !== undefined || !/^[1-9]\d{0,3}$/.test(number)) return false;
  const secret = believedKey(keys, Number(number));
  const wanted = Buffer.from(signatureOf(said, Number(number), secret ?? ''));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted) && secret !== undefined;
}
