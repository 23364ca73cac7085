import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Subscription } from '@tabiji/shared/api/subscriptions.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { booleans, integers, texts } from '../../db/arrays.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { lockCustomersById } from '../lock.sql.ts';
import { isHearsay, OWN_WORDS, type Said, written } from './said.ts';

/**
 * Writes what customers said and, in the same statement, the proof of it; of several about one topic the last counts.
 * Who says the same again said it then: that is written down only where there are words they saw. A yes by hearsay does
 * not undo a no of the customer's own. The customers are locked.
 */
export async function setSubscriptions(trx: Trx, here: Here, said: readonly Said[]): Promise<void> {
  const last = written(here.topics, said);
  if (last.length === 0) return;
  const column = <T>(of: (one: Said) => T) => last.map(of);
  const hashed = (text: string | undefined) => (text === undefined ? null : hexOf(text));
  const seen = [...new Set(column(({ proof }) => proof?.text))].filter((text) => text !== undefined);
  if (seen.length > 0)
    await sql`
      insert into consent_text (workspace_id, hash, text)
      select ${here.id}, decode(t.hash, 'hex'), t.text
        from unnest(${texts(seen.map(hexOf))}::text[], ${texts(seen)}::text[]) as t(hash, text)
          on conflict do nothing`.execute(trx);
  await sql`
    with s as materialized (
      select * from unnest(${integers(column((s) => s.customerId))}::bigint[], ${texts(column((s) => s.topic))}::text[],
                           ${booleans(column((s) => s.subscribed))}::boolean[], ${texts(column((s) => s.source))}::text[],
                           ${texts(column(({ proof }) => proof?.actor ?? null))}::text[],
                           ${texts(column(({ proof }) => proof?.locale ?? null))}::text[],
                           ${texts(column(({ proof }) => hashed(proof?.text)))}::text[],
                           ${texts(column(({ proof }) => hashed(proof?.ip && `${here.salt}\n${proof.ip}`)))}::text[],
                           ${booleans(column(isHearsay))}::boolean[])
               as s(customer_id, topic, subscribed, source, actor, locale, text_hash, ip_hash, hearsay)),
    known as materialized (
      select k.customer_id, k.topic, k.subscribed, k.source = any(${[...OWN_WORDS]}::text[]) as own
        from subscription k join s using (customer_id, topic) where k.workspace_id = ${here.id}),
    heard as materialized (
      select s.* from s left join known k using (customer_id, topic)
       where not (s.hearsay and k.own is true and not k.subscribed)),
    kept as (
      insert into subscription as now (workspace_id, customer_id, topic, subscribed, source, at)
      select ${here.id}, customer_id, topic, subscribed, source, ${new Date(here.now)}::timestamptz from heard
          on conflict (workspace_id, customer_id, topic) do update
         set subscribed = excluded.subscribed, source = excluded.source, at = excluded.at
       where now.subscribed <> excluded.subscribed)
    insert into consent (workspace_id, customer_id, at, real_at, subscribed, topic, source, actor, locale, text_hash, ip_hash)
    select ${here.id}, s.customer_id, ${new Date(here.now)}::timestamptz, ${new Date(here.realNow)}::timestamptz, s.subscribed, s.topic,
           s.source, s.actor, s.locale, decode(s.text_hash, 'hex'), decode(s.ip_hash, 'hex')
      from heard s left join known using (customer_id, topic)
     where ${here.kind !== 'scratch'} and (known.subscribed is distinct from s.subscribed or s.text_hash is not null)`.execute(
    trx,
  );
}

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a customer said, newest first. @throws AppError `not_found` */
export async function listSubscriptions(trx: Trx, here: Here, customerId: number): Promise<Subscription[]> {
  const customer = await trx
    .selectFrom('customer')
    .select('id')
    .where('workspace_id', '=', here.id)
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!customer) throw new AppError('not_found', `There is no customer ${customerId}.`);
  const { rows } = await sql<Omit<Subscription, 'at'> & { at: Date }>`
    select topic, subscribed, at, source from subscription
     where workspace_id = ${here.id} and customer_id = ${customerId}
     order by at desc, topic`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Says yes or no for one customer; answers with all they have said. @throws AppError `not_found` */
export async function saySubscriptions(trx: Trx, here: Here, customerId: number, said: readonly Said[]) {
  await lockCustomersById(trx, here.id, [customerId]);
  await listSubscriptions(trx, here, customerId); // refuses a customer that is not there
  await setSubscriptions(trx, here, said);
  return listSubscriptions(trx, here, customerId);
}
