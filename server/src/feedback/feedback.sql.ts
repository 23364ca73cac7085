import { type RawBuilder, sql } from 'kysely';
import { factOf, joinFacts, type BounceClass, type FeedbackFacts } from '@tabiji/shared/sending/feedback.ts';
import { seldom, texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';
import type { FeedbackTable } from '../db/tables/feedback.ts';
import type { Here } from '../db/in-workspace.ts';
import { NO_DOMAIN } from './bounce-class.ts';
import type { MailRef } from './mails.sql.ts';

/** One piece of news about a mail. */
export interface NewFeedback extends MailRef {
  /** Workspace time. */
  at: Date;
  kind: FeedbackTable['kind'];
  source: FeedbackTable['source'];
  key: string;
  class: BounceClass | null;
  /** The status code by which it was judged. */
  code: string | null;
  detail: string | null;
  /** Hash of the address that a soft bounce is about. */
  address: Buffer | null;
}

/**
 * Keeps what was told, and joins it to what was known of each mail.
 * @returns the keys that had not been told before
 */
export async function keepFeedback(trx: Trx, here: Here, rows: readonly NewFeedback[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)); // so that nobody waits in a circle
  const { rows: kept } = await sql<{ key: string }>`
    insert into feedback (workspace_id, message_id, customer_id, at, received_at, kind, source, key, class, code,
                          detail, address_hash)
    select ${here.id}, r.message, r.customer, r.at, ${new Date(here.realNow)}, r.kind, r.source, r.key, r.class, r.code,
           r.detail, decode(r.address, 'hex')
      from unnest(${sorted.map((r) => r.messageId)}::bigint[], ${sorted.map((r) => r.customerId)}::bigint[],
                  ${sorted.map((r) => r.at)}::timestamptz[], ${texts(sorted.map((r) => r.kind))}::text[],
                  ${texts(sorted.map((r) => r.source))}::text[], ${texts(sorted.map((r) => r.key))}::text[],
                  ${texts(sorted.map((r) => r.class))}::text[], ${texts(sorted.map((r) => r.code))}::text[],
                  ${texts(sorted.map((r) => r.detail))}::text[],
                  ${seldom(
                    sorted.map((r) => r.address?.toString('hex') ?? null),
                    texts,
                  )}::text[])
             as r(message, customer, at, kind, source, key, class, code, detail, address)
        on conflict (workspace_id, key) do nothing
    returning key`.execute(trx);
  const fresh = new Set(kept.map(({ key }) => key));
  await joinStates(
    trx,
    here,
    sorted.filter(({ key }) => fresh.has(key)),
  );
  return fresh;
}

async function joinStates(trx: Trx, here: Here, rows: readonly NewFeedback[]): Promise<void> {
  const facts = new Map<number, MailRef & { facts: FeedbackFacts }>();
  for (const { messageId, customerId, kind } of rows) {
    const known = facts.get(messageId)?.facts ?? 0;
    facts.set(messageId, { messageId, customerId, facts: joinFacts(known, factOf(kind)) });
  }
  if (facts.size === 0) return;
  const sorted = [...facts.values()].toSorted((a, b) => a.messageId - b.messageId);
  await sql`
    insert into feedback_state as known (workspace_id, message_id, customer_id, facts)
    select ${here.id}, r.* from unnest(${sorted.map((r) => r.messageId)}::bigint[],
                                       ${sorted.map((r) => r.customerId)}::bigint[],
                                       ${sorted.map((r) => r.facts)}::int[]) as r(message, customer, facts)
        on conflict (workspace_id, message_id) do update set facts = known.facts | excluded.facts
     where known.facts | excluded.facts <> known.facts`.execute(trx);
}

/** A limit on soft bounces: so many mails since an instant, the last one so many days after the first. */
export interface Limit {
  times: number;
  days: number;
  since: Date;
}

/** Of these addresses, by their hashes, those at which that many mails found the mailbox full or shut: as hex. */
export const oftenSoft = (trx: Trx, here: Here, addresses: readonly Buffer[], limit: Limit): Promise<Set<string>> =>
  often(trx, here, { addresses, limit, which: sql`coalesce(code, '') <> all(${texts(NO_DOMAIN)}::text[])` });

/** Of these addresses, by their hashes, those whose domain that many mails did not find: as hex. */
export const oftenLost = (trx: Trx, here: Here, addresses: readonly Buffer[], limit: Limit): Promise<Set<string>> =>
  often(trx, here, { addresses, limit, which: sql`code = any(${texts(NO_DOMAIN)}::text[])` });

/** Counted by address, whoever has it: a new one begins anew, and what several customers share is counted together. */
async function often(
  trx: Trx,
  here: Here,
  { addresses, limit, which }: { addresses: readonly Buffer[]; limit: Limit; which: RawBuilder<unknown> },
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const { times, days, since } = limit;
  const { rows } = await sql<{ address: string }>`
    select encode(address_hash, 'hex') as address from feedback
     where workspace_id = ${here.id} and address_hash = any(${[...addresses]}::bytea[])
       and at > ${since}::timestamptz and ${which}
     group by address_hash
    having count(distinct message_id) >= ${times} and max(at) - min(at) >= ${days}::int * interval '1 day'`.execute(
    trx,
  );
  return new Set(rows.map(({ address }) => address));
}
