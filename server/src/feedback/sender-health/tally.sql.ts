import { isUnproved } from '@tabiji/shared/sending/auto-pause.ts';
import type { BounceClass, FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import { sql } from 'kysely';
import { texts } from '../../db/arrays.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { MailMeant } from '../mails.sql.ts';

/** What was told of a mail that speaks for or against its sender. */
export interface SenderNews {
  mail: MailMeant;
  key: string;
  kind: FeedbackKind;
  class: BounceClass | null;
  detail: string | null;
}

/** What a sender's news adds up to: each mail once, however often it is told. */
type Count = { hard: number; complained: number; policy: number; unproved: number };

const NONE: Count = { hard: 0, complained: 0, policy: 0, unproved: 0 };

/**
 * Adds news to what is known of their senders, at the time at which each mail went.
 * @returns the senders of whom something bad was told for the first time
 */
export async function tallyNews(trx: Trx, here: Here, news: readonly SenderNews[]): Promise<string[]> {
  const bad = news.filter((one) => one.kind === 'complained' || (one.kind === 'bounced' && one.class !== 'soft'));
  const once = [...new Map(bad.map((one) => [whatOf(one), one])).values()];
  if (once.length === 0) return [];
  const known = await toldBefore(trx, here, bad);
  const fresh = once.filter((one) => !known.has(whatOf(one)));
  if (fresh.length === 0) return [];
  const rows = fresh.map((one) => ({
    sender: one.mail.sender ?? here.sender.key,
    at: one.mail.sentAt ?? new Date(here.realNow),
    ...countOf(one),
  }));
  await sql`
    insert into sender_tally (workspace_id, sender, at, hard, complained, policy, unproved)
    select ${here.id}, r.* from unnest(${texts(rows.map((r) => r.sender))}::text[], ${rows.map((r) => r.at)}::timestamptz[],
                                       ${rows.map((r) => r.hard)}::int[], ${rows.map((r) => r.complained)}::int[],
                                       ${rows.map((r) => r.policy)}::int[], ${rows.map((r) => r.unproved)}::int[])
                                as r(sender, at, hard, complained, policy, unproved)`.execute(trx);
  return [...new Set(rows.map(({ sender }) => sender))];
}

const whatOf = ({ mail, kind, class: of }: Pick<SenderNews, 'mail' | 'kind' | 'class'>): string =>
  `${mail.messageId} ${kind} ${of ?? ''}`;

function countOf({ kind, class: of, detail }: SenderNews): Count {
  if (kind === 'complained') return { ...NONE, complained: 1 };
  if (of === 'hard') return { ...NONE, hard: 1 };
  const code = /\b5\.7\.\d{1,3}\b/.exec(detail ?? '')?.[0] ?? '';
  return { ...NONE, policy: 1, unproved: isUnproved(code) ? 1 : 0 };
}

/** What had been told of these mails before these news. */
async function toldBefore(trx: Trx, here: Here, news: readonly SenderNews[]): Promise<Set<string>> {
  const { rows } = await sql<{ message: number; kind: FeedbackKind; class: BounceClass | null }>`
    select distinct f.message_id as message, f.kind, f.class from feedback f
     where f.workspace_id = ${here.id} and f.customer_id = any(${news.map(({ mail }) => mail.customerId)}::bigint[])
       and f.message_id = any(${news.map(({ mail }) => mail.messageId)}::bigint[])
       and f.kind in ('bounced', 'complained') and f.key <> all(${texts(news.map(({ key }) => key))}::text[])`.execute(
    trx,
  );
  return new Set(rows.map(({ message, kind, class: of }) => `${message} ${kind} ${of ?? ''}`));
}

/** Adds up by the hour what is older than a day, and forgets what nobody is judged by any more. */
export async function foldTally(trx: Trx, here: Here): Promise<void> {
  const ago = (days: number) => new Date(here.realNow - days * 86_400_000);
  await sql`
    with old as (
      delete from sender_tally t
       where t.workspace_id = ${here.id} and t.at < date_trunc('hour', ${ago(1)}::timestamptz)
         and (t.at < ${ago(100)} or t.at <> date_trunc('hour', t.at)
              or exists (select from sender_tally o where o.workspace_id = t.workspace_id and o.sender = t.sender
                            and o.id <> t.id and o.at >= t.at and o.at < t.at + interval '1 hour'))
      returning *)
    insert into sender_tally (workspace_id, sender, at, sent, hard, complained, policy, unproved)
    select workspace_id, sender, date_trunc('hour', at), sum(sent), sum(hard), sum(complained), sum(policy), sum(unproved)
      from old where at >= ${ago(100)} group by workspace_id, sender, date_trunc('hour', at)`.execute(trx);
}
