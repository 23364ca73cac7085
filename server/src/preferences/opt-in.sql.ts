import { sql } from 'kysely';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { addressHash } from '../customers/suppression/address-hash.ts';

/** Somebody who wants to be written to and has yet to confirm it. */
export interface OptIn {
  id: number;
  address: string;
  topic: string;
  customer: string | null;
  locale: Locale;
  text: string | null;
}

/**
 * Keeps a sign-up. Answers with its number when a mail may go: once a day for an address and topic, however often it is
 * signed up and by however many at once.
 */
export async function keepOptIn(
  trx: Trx,
  here: Here,
  { address, topic, customer, locale, text, ipHash }: Omit<OptIn, 'id'> & { ipHash: Buffer | null },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into opt_in_request as known
           (workspace_id, address_hash, topic, address, customer, locale, text, ip_hash, asked_at, mailed_at)
    values (${here.id}, ${addressHash(here.salt, address)}, ${topic}, ${address}, ${customer}, ${locale}, ${text}, ${ipHash},
            ${new Date(here.now)}, ${new Date(here.realNow)})
        on conflict (workspace_id, address_hash, topic) do update
       set address = excluded.address, customer = excluded.customer, locale = excluded.locale, text = excluded.text,
           ip_hash = excluded.ip_hash, asked_at = excluded.asked_at, mailed_at = excluded.mailed_at, confirmed_at = null
     where known.mailed_at < excluded.mailed_at - interval '1 day'
    returning id`.execute(trx);
  return rows[0]?.id;
}

/** Lets a mail for a sign-up go again at once: the one before surely did not leave. */
export async function forgetMailing(trx: Trx, here: Here, id: number): Promise<void> {
  await sql`
    update opt_in_request set mailed_at = '-infinity' where workspace_id = ${here.id} and id = ${id}`.execute(trx);
}

/** A sign-up by its number, locked. */
export async function findOptIn(trx: Trx, here: Here, id: number): Promise<OptIn | undefined> {
  const { rows } = await sql<OptIn>`
    select id, address, topic, customer, locale, text from opt_in_request
     where workspace_id = ${here.id} and id = ${id} for update`.execute(trx);
  return rows[0];
}

/** Says that a sign-up was confirmed. */
export async function setConfirmed(trx: Trx, here: Here, id: number): Promise<void> {
  await sql`
    update opt_in_request set confirmed_at = ${new Date(here.now)}
     where workspace_id = ${here.id} and id = ${id}`.execute(trx);
}

/** The shop's id of whoever has an address; the newest of several. */
export async function customerWith(trx: Trx, here: Here, address: string): Promise<string | undefined> {
  const { rows } = await sql<{ external_id: string }>`
    select external_id from customer
     where workspace_id = ${here.id} and lower(email) = lower(${address}) and merged_into is null
     order by id desc limit 1`.execute(trx);
  return rows[0]?.external_id;
}
