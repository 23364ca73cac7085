import { sql } from 'kysely';
import { factOf, joinFacts, type BounceClass, type FeedbackFacts } from '@tabiji/shared/sending/feedback.ts';
import { texts } from '../db/arrays.ts';
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
                          detail)
    select ${here.id}, r.message, r.customer, r.at, ${new Date(here.realNow)}, r.kind, r.source, r.key, r.class, r.code,
           r.detail
      from unnest(${sorted.map((r) => r.messageId)}::bigint[], ${sorted.map((r) => r.customerId)}::bigint[],
                  ${sorted.map((r) => r.at)}::timestamptz[], ${texts(sorted.map((r) => r.kind))}::text[],
                  ${texts(sorted.map((r) => r.source))}::text[], ${texts(sorted.map((r) => r.key))}::text[],
                  ${texts(sorted.map((r) => r.class))}::text[], ${texts(sorted.map((r) => r.code))}::text[],
                  ${texts(sorted.map((r) => r.detail))}::text[])
             as r(message, customer, at, kind, source, key, class, code, detail)
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

/** Of these customers, those to whom at least `times` mails bounced softly since an instant, not for want of a domain. */
export async function oftenSoft(
  trx: Trx,
  here: Here,
  customers: readonly number[],
  { times, since }: { times: number; since: Date },
): Promise<Set<number>> {
  if (customers.length === 0) return new Set();
  const { rows } = await sql<{ customer: number }>`
    select customer_id as customer from feedback
     where workspace_id = ${here.id} and customer_id = any(${[...new Set(customers)]}::bigint[])
       and at > ${since}::timestamptz and kind = 'bounced' and class = 'soft'
       and coalesce(code, '') <> all(${texts(NO_DOMAIN)}::text[])
     group by customer_id having count(distinct message_id) >= ${times}`.execute(trx);
  return new Set(rows.map(({ customer }) => customer));
}

/** Of these customers, those whose domain at least `times` mails did not find, the last one so long after the first. */
export async function oftenLost(
  trx: Trx,
  here: Here,
  customers: readonly number[],
  { times, days, since }: { times: number; days: number; since: Date },
): Promise<Set<number>> {
  if (customers.length === 0) return new Set();
  const { rows } = await sql<{ customer: number }>`
    select customer_id as customer from feedback
     where workspace_id = ${here.id} and customer_id = any(${[...new Set(customers)]}::bigint[])
       and at > ${since}::timestamptz and kind = 'bounced' and code = any(${texts(NO_DOMAIN)}::text[])
     group by customer_id
    having count(distinct message_id) >= ${times} and max(at) - min(at) >= ${days}::int * interval '1 day'`.execute(
    trx,
  );
  return new Set(rows.map(({ customer }) => customer));
}
