import { sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

export interface KeyRow {
  domain: string;
  selector: string;
  /** Sealed. */
  secret: string;
  publicKey: string;
  madeAt: Date;
  /** Null: the DNS has not shown it yet. */
  seenAt: Date | null;
}

/** All keys, the newest first. */
export const listKeys = (trx: Trx, here: Here): Promise<KeyRow[]> =>
  trx
    .selectFrom('dkim_key')
    .select(['domain', 'selector', 'secret', 'public_key as publicKey', 'made_at as madeAt', 'seen_at as seenAt'])
    .where('workspace_id', '=', here.id)
    .orderBy('made_at', 'desc')
    .orderBy('selector', 'desc')
    .execute();

/** The key that signs for each domain: the newest that the DNS has been seen to show. */
export async function signingKeys(trx: Trx, here: Here): Promise<Pick<KeyRow, 'domain' | 'selector' | 'secret'>[]> {
  const { rows } = await sql<Pick<KeyRow, 'domain' | 'selector' | 'secret'>>`
    select distinct on (domain) domain, selector, secret from dkim_key
     where workspace_id = ${here.id} and seen_at is not null
     order by domain, made_at desc, selector desc`.execute(trx);
  return rows;
}

export async function insertKey(trx: Trx, here: Here, key: Omit<KeyRow, 'madeAt' | 'seenAt'>): Promise<void> {
  const { domain, selector, secret, publicKey } = key;
  await trx
    .insertInto('dkim_key')
    .values({
      workspace_id: here.id,
      domain,
      selector,
      secret,
      public_key: publicKey,
      made_at: new Date(here.realNow),
      seen_at: null,
    })
    .execute();
}

/** The DNS has shown these keys. */
export async function setSeen(trx: Trx, here: Here, domain: string, selectors: readonly string[]): Promise<void> {
  if (selectors.length === 0) return;
  await trx
    .updateTable('dkim_key')
    .set({ seen_at: new Date(here.realNow) })
    .where('workspace_id', '=', here.id)
    .where('domain', '=', domain)
    .where('selector', 'in', [...selectors])
    .where('seen_at', 'is', null)
    .execute();
}

/** The DNS does not show these keys any more: another one signs until it does again. */
export async function setUnseen(trx: Trx, here: Here, domain: string, selectors: readonly string[]): Promise<void> {
  if (selectors.length === 0) return;
  await trx
    .updateTable('dkim_key')
    .set({ seen_at: null })
    .where('workspace_id', '=', here.id)
    .where('domain', '=', domain)
    .where('selector', 'in', [...selectors])
    .execute();
}

export async function deleteKey(trx: Trx, here: Here, domain: string, selector: string): Promise<void> {
  await trx
    .deleteFrom('dkim_key')
    .where('workspace_id', '=', here.id)
    .where('domain', '=', domain)
    .where('selector', '=', selector)
    .execute();
}
