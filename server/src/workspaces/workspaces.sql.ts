import { sql } from 'kysely';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import type { TopicSetting } from '@tabiji/shared/sending/topics.ts';
import type { SaveWorkspace } from '@tabiji/shared/api/workspace.ts';
import type { CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { Db } from '../db/database.ts';

/** Workspaces whose time goes by itself; a scratch one is moved by its replay alone. */
export async function listWorkspaces(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('workspace').select('id').where('kind', '<>', 'scratch').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Workspaces that may have work of their own accord: a demo whose data is being made is moved by its making alone. */
export async function listAwake(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('workspace')
    .select('id')
    .where('kind', '<>', 'scratch')
    .where('seeding', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A workspace as the settings page shows it. */
export interface WorkspaceRecord {
  id: number;
  name: string;
  kind: 'live' | 'demo' | 'sandbox' | 'scratch';
  time_zone: string;
  locale: 'ja' | 'en';
  provider: 'letters' | 'smtp' | 'resend' | 'counting';
  sender_name: string;
  sender_address: string;
  rules: SendingRules;
  review_required: boolean;
  review_alone: boolean;
  topics: TopicSetting[];
  identity: Identity;
  sending_stopped_at: Date | null;
  sending_stopped_by: string | null;
  failing_domains: string[];
  paused_senders: string[];
  now: Date;
  offset_ms: number;
  travel_to: Date | null;
  cpm: CpmSettings | null;
  seeding: { done: number; total: number } | null;
}

export async function getWorkspace(db: Db, id: number): Promise<WorkspaceRecord | undefined> {
  const { rows } = await sql<WorkspaceRecord>`
    select id, name, kind, time_zone, locale, provider, sender_name, sender_address, rules, review_required, review_alone, topics, identity,
           sending_stopped_at, sending_stopped_by, failing_domains, paused_senders, travel_to, seeding, cpm,
           date_trunc('milliseconds', coalesce(clock_stands_at, c.real_now + clock_offset_ms * interval '1 millisecond')) as now,
           coalesce(round(extract(epoch from clock_stands_at - c.real_now) * 1000), clock_offset_ms) as offset_ms
      from workspace, (select clock_timestamp() as real_now) c
     where id = ${id}`.execute(db);
  return rows[0];
}

/** Changes what is given; the rest stays. */
export async function changeWorkspace(db: Db, id: number, change: SaveWorkspace): Promise<void> {
  const given = {
    name: change.name,
    time_zone: change.timeZone,
    provider: change.provider,
    review_required: change.reviewRequired,
    review_alone: change.reviewAlone,
    topics: change.topics && JSON.stringify(change.topics),
    identity: change.identity && JSON.stringify(change.identity),
    rules: change.rules && JSON.stringify(change.rules),
    cpm: change.cpm && JSON.stringify(change.cpm),
  };
  const columns = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(columns).length === 0) return;
  await db.updateTable('workspace').set(columns).where('id', '=', id).execute();
}
