import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Here } from '../db/in-workspace.ts';

/** What stands in the address that a service calls: tells whose workspace it is, and cannot be guessed. */
export function hookKey({ id, linkKeys }: Pick<Here, 'id' | 'linkKeys'>): string {
  // the first of the keys, so that the address stays when another one is added
  const proof = createHmac('sha256', linkKeys[0] ?? '')
    .update(`tabiji hook 1\n${id}`)
    .digest();
  return `${id}-${proof.subarray(0, 16).toString('base64url')}`;
}

/** The workspace that a key claims to be of; not believed before `isHookKey`. */
export const workspaceIn = (key: string): number | undefined => {
  const number = /^([1-9]\d{0,8})-/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
};

/** Whether it is this workspace's key. */
export function isHookKey(key: string, here: Pick<Here, 'id' | 'linkKeys'>): boolean {
  const wanted = Buffer.from(hookKey(here));
  const given = Buffer.from(key);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
