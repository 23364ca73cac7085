import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** What stands in the address that a service calls: tells whose workspace it is, cannot be guessed and never changes. */
export async function hookKey(trx: Trx, { id }: Pick<Here, 'id'>): Promise<string> {
  const row = await trx.selectFrom('workspace').select('hook_key').where('id', '=', id).executeTakeFirstOrThrow();
  if (row.hook_key === '') throw new Error(`Workspace ${id} has no key that addresses for services are made of.`);
  const proof = createHmac('sha256', row.hook_key).update(`tabiji hook 1\n${id}`).digest();
  return `${id}-${proof.subarray(0, 16).toString('base64url')}`;
}

/** The workspace that a key claims to be of; not believed before `isHookKey`. */
export const workspaceIn = (key: string): number | undefined => {
  const number = /^([1-9]\d{0,8})-/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
};

/** Whether it is this workspace's key. */
export async function isHookKey(trx: Trx, here: Pick<Here, 'id'>, key: string): Promise<boolean> {
  const wanted = Buffer.from(await hookKey(trx, here));
  const given = Buffer.from(key);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
