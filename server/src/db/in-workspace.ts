import { sql } from 'kysely';
import type { Provider, WorkspaceKind } from '@tabiji/shared/api/workspace.ts';
import type { Offers } from '@tabiji/shared/sending/offer.ts';
import type { Paces } from '@tabiji/shared/sending/pace.ts';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import type { TopicSetting } from '@tabiji/shared/sending/topics.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Db, Trx } from './database.ts';

/** Where and when a transaction takes place. `now` is read once and passed on, to SQL as well. */
export interface Here {
  id: number;
  kind: WorkspaceKind;
  /** Workspace time: database time plus the sandbox's offset, or where the clock stands while travelling. */
  now: Millis;
  /** Database time; for leases, retries, rate limits and the month of reception. */
  realNow: Millis;
  zone: string;
  locale: 'ja' | 'en';
  provider: Provider;
  /** Who writes where nobody else is named. */
  sender: { key: string; name: string; address: string };
  rules: SendingRules;
  /** Decides with a customer's id who is held out; never changes. */
  salt: string;
  /** What customers can say yes or no to. */
  topics: readonly TopicSetting[];
  /** Who writes, as promotional mails must show it. */
  identity: Identity;
  /** What signs links in mails: the last one; those before are still believed. */
  linkKeys: readonly string[];
  /** What mails measure. */
  tracking: { clicks: boolean; opens: boolean };
  /** Where mail servers report what they could not deliver; absent: to the sender's address. */
  bounceAddress?: string | undefined;
  /** Whether somebody has stopped all sending. */
  stopped: boolean;
  /** How fast mails go, by sender. */
  paces: Paces;
  /** Senders whose promotional mails wait until somebody lets them go. */
  pausedSenders: readonly string[];
  /** What mails recommend, by template. */
  offers: Offers;
  /** Products whose promotions wait. */
  pausedProducts: readonly string[];
}

/**
 * One transaction that sees one workspace only (row level security), with its clock.
 * @throws AppError `not_found` for a workspace that does not exist
 */
export const inWorkspace = <T>(db: Db, id: number, work: (trx: Trx, here: Here) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => work(trx, await enter(trx, id)));

async function enter(trx: Trx, id: number): Promise<Here> {
  const { rows } = await sql<{
    kind: WorkspaceKind;
    real_now: Date;
    now: Date;
    zone: string;
    locale: 'ja' | 'en';
    provider: Provider;
    default_sender: string;
    sender_name: string;
    sender_address: string;
    rules: SendingRules;
    salt: string;
    topics: TopicSetting[];
    identity: Identity;
    link_keys: string[];
    tracking: Here['tracking'];
    bounce_address: string | null;
    stopped: boolean;
    paces: Paces;
    paused_senders: string[];
    offers: Offers;
    paused_products: string[];
  }>`
    select set_config('tabiji.workspace', ${String(id)}, true),
           -- what a replay writes may be lost in a power cut
           case when w.kind = 'scratch' then set_config('synchronous_commit', 'off', true) end,
           w.kind, w.time_zone as zone, w.locale, w.provider, w.default_sender, w.sender_name,
           w.sender_address, w.rules, w.salt,
           w.topics, w.identity, w.link_keys, w.tracking, w.bounce_address, w.sending_stopped_at is not null as stopped,
           w.paces, w.paused_senders, w.offers, w.paused_products,
           c.real_now,
           coalesce(w.clock_stands_at, c.real_now + w.clock_offset_ms * interval '1 millisecond') as now
      from workspace w, (select date_trunc('milliseconds', clock_timestamp()) as real_now) c
     where w.id = ${id}`.execute(trx);
  const row = rows[0];
  if (!row) throw new AppError('not_found', `there is no workspace ${id}`);
  return {
    id,
    kind: row.kind,
    now: row.now.getTime(),
    realNow: row.real_now.getTime(),
    zone: row.zone,
    locale: row.locale,
    provider: row.provider,
    sender: { key: row.default_sender, name: row.sender_name, address: row.sender_address },
    rules: row.rules,
    salt: row.salt,
    topics: row.topics,
    identity: row.identity,
    linkKeys: row.link_keys,
    tracking: row.tracking,
    ...(row.bounce_address !== null && { bounceAddress: row.bounce_address }),
    stopped: row.stopped,
    paces: row.paces,
    pausedSenders: row.paused_senders,
    offers: row.offers,
    pausedProducts: row.paused_products,
  };
}
