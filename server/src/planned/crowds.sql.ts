import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { ALL_SHARDS } from '../engine/shards.ts';

/** Which rows are looked at. */
export interface Look {
  until: Date;
  /** `journey.version`s in which people have to be told apart. */
  apart: readonly string[];
  /** Rows of one journey only, and who they are. */
  only?: number | undefined;
  /** People who stand alike and are due within the same span count as one crowd, at the instant of the first. */
  span: Span;
  limit: number;
}

/** Shortest first. */
const SPANS = ['1 microsecond', '15 minutes', '1 hour'] as const;
export type Span = (typeof SPANS)[number];

/** Everybody is told to the instant. */
export const [EXACT] = SPANS;

interface Alike {
  journey: number;
  zone: string | null;
  people: number;
  /** One of them; where they are told apart the only one. */
  customer: number;
  /** The first of them, where one journey is looked at. */
  who: number[] | null;
}

/** People who stand alike, by row. */
export interface Standing extends Alike {
  version: number;
  node: string;
  port: string | null;
  at: Date;
  intent: Intent | null;
  memory: Record<string, Json> | null;
  listens: boolean;
  enrollment: number;
}

/** Mails under way that are alike. */
export interface UnderWay extends Alike {
  version: number;
  node: string;
  template: string;
  /** Null: until somebody lets them go. */
  at: Date | null;
  why: string | null;
  memory: Record<string, Json> | null;
  enrollment: number;
}

const FIRST = 100;

const who = ({ only }: Look) =>
  only === undefined ? sql`null::bigint[]` : sql`(array_agg(c.id order by c.id))[1:${sql.lit(FIRST)}]::float8[]`;
const runs = (here: Here, { only }: Pick<Look, 'only'>) => sql`
  select id from journey where workspace_id = ${here.id} and status = 'live' ${only === undefined ? sql`` : sql`and id = ${only}`}`;
const isApart = ({ apart }: Look) => sql`e.journey_id || '.' || e.version = any(${apart as string[]}::text[])`;

const within = ({ span }: Pick<Look, 'span'>, at: ReturnType<typeof sql>) =>
  sql`date_bin(${sql.lit(span)}::interval, ${at}, '2000-01-01Z')`;

/**
 * The shortest span by which no more crowds of a kind are looked at than `limit`; the longest where none is.
 * @returns EXACT where there are no more people than that, however they stand
 */
export async function spanFor(trx: Trx, here: Here, look: Omit<Look, 'span'>): Promise<Span> {
  const { limit, until } = look;
  const due = sql`
    from enrollment e where e.workspace_id = ${here.id} and e.shard = any(${ALL_SHARDS}::smallint[]) and e.due_at <= ${until}
     and e.ended_at is null and e.error is null and e.journey_id in (${runs(here, look)})`;
  const held = sql`
    from outbox o where o.workspace_id = ${here.id} and (o.hold_until is null or o.hold_until = 'infinity' or o.hold_until <= ${until})`;
  const more = limit + 1;
  const bin = (span: Span, at: ReturnType<typeof sql>) => within({ span }, at);
  const quarter = SPANS[1];
  const { rows } = await sql<{ people: number; crowds: number }>`
    with counted as materialized (
      select greatest((select count(*) from (select ${due} limit ${more}) d), (select count(*) from (select ${held} limit ${more}) h),
                      (select count(*) from (select from timer t where t.workspace_id = ${here.id} and t.kind = 'start'
                                                and t.at <= ${until} limit ${more}) t)) as people)
    select people::int, case when people > ${limit} then greatest(
             (select count(*) from (select distinct e.journey_id, e.version, e.node, ${bin(quarter, sql`e.due_at`)} ${due}) d),
             (select count(*) from (select distinct o.journey_id, o.version, o.node, ${bin(quarter, sql`o.hold_until`)} ${held}
                                       and o.hold_until < 'infinity') h)) else 0 end::int as crowds
      from counted`.execute(trx);
  const { people, crowds } = rows[0]!;
  if (people <= limit) return EXACT;
  return crowds <= limit ? quarter : SPANS[2];
}

/** Who is due until an instant, the earliest first. Rides enrollment_due. */
export async function standing(trx: Trx, here: Here, look: Look): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select e.journey_id as journey, e.version, e.node, e.port, min(e.due_at) as at,
           case when e.port is null then e.intent end as intent, e.memory, e.listens, c.time_zone as zone,
           count(*)::int as people, min(e.customer_id) as customer, min(e.id) as enrollment, ${who(look)} as who
      from enrollment e
      join customer c on c.workspace_id = e.workspace_id and c.id = e.customer_id
     where e.workspace_id = ${here.id} and e.shard = any(${ALL_SHARDS}::smallint[]) and e.due_at <= ${look.until}
       and e.ended_at is null and e.error is null and e.journey_id in (${runs(here, look)})
     group by 1, 2, 3, 4, ${within(look, sql`e.due_at`)}, 6, 7, 8, 9, case when ${isApart(look)} then e.id end
     order by 5 limit ${look.limit}`.execute(trx);
  return rows;
}

/** What is asked for and has not gone, also of journeys that rest. */
export async function underWay(trx: Trx, here: Here, look: Look): Promise<UnderWay[]> {
  const { rows } = await sql<UnderWay>`
    select o.journey_id as journey, o.version, o.node, o.template,
           min(case when j.status = 'paused' then null
                    when o.hold_until is null then ${new Date(here.now)}::timestamptz
                    else nullif(o.hold_until, 'infinity') end) as at,
           case when j.status = 'paused' then 'paused' when o.hold_until is not null then o.holds -> -1 ->> 1 end as why,
           e.memory, c.time_zone as zone, count(*)::int as people, min(o.customer_id) as customer,
           min(e.id) as enrollment, ${who(look)} as who
      from outbox o
      join enrollment e on e.workspace_id = o.workspace_id and e.id = o.enrollment_id and e.visit = o.visit and e.ended_at is null
      join customer c on c.workspace_id = o.workspace_id and c.id = o.customer_id
      join journey j on j.workspace_id = o.workspace_id and j.id = o.journey_id and j.status in ('live', 'paused')
     where o.workspace_id = ${here.id} and o.status <> 'unknown' and (o.hold_until is null or o.hold_until = 'infinity' or o.hold_until <= ${look.until})
       ${look.only === undefined ? sql`` : sql`and o.journey_id = ${look.only}`}
     group by 1, 2, 3, 4, case when o.hold_until < 'infinity' then ${within(look, sql`o.hold_until`)} else o.hold_until end,
              6, 7, 8, case when ${isApart(look)} then e.id end
     order by 5 nulls first limit ${look.limit}`.execute(trx);
  return rows;
}

/** Customers whom time lets into a journey, unless something changes. */
export interface Entering extends Alike {
  ref: string;
  at: Date;
}

/** Triggers that go off until an instant. Rides timer_at. */
export async function entering(trx: Trx, here: Here, look: Look): Promise<Entering[]> {
  const journeyOf = sql`split_part(t.ref, '.', 1)::int`;
  const apart = look.apart.map((name) => Number(name.split('.')[0]));
  const { rows } = await sql<Entering>`
    select ${journeyOf} as journey, split_part(t.ref, ':', 1) as ref, min(t.at) as at, c.time_zone as zone, count(*)::int as people,
           min(t.customer_id) as customer, ${who(look)} as who
      from timer t
      join customer c on c.workspace_id = t.workspace_id and c.id = t.customer_id
     where t.workspace_id = ${here.id} and t.kind = 'start' and t.at <= ${look.until} and c.merged_into is null
       and ${journeyOf} in (${runs(here, look)})
     group by 1, 2, ${within(look, sql`t.at`)}, 4, case when ${journeyOf} = any(${apart}::int[]) then t.customer_id end
     order by 3 limit ${look.limit}`.execute(trx);
  return rows;
}

/** Schedules that go off until an instant, in everybody's name. */
export async function schedules(trx: Trx, here: Here, look: Look): Promise<{ ref: string; at: Date }[]> {
  const { rows } = await sql<{ ref: string; at: Date }>`
    select t.ref, t.at from timer t
     where t.workspace_id = ${here.id} and t.kind = 'schedule' and t.at <= ${look.until}
       and split_part(t.ref, '.', 1)::int in (${runs(here, look)})
     order by t.at limit 200`.execute(trx);
  return rows;
}

/** Journeys whose mails wait for somebody's release. */
export async function heldJourneys(trx: Trx, here: Here): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('journey')
    .select('id')
    .where('workspace_id', '=', here.id)
    .where('hold_first', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Names of journeys and templates. */
export async function names(trx: Trx, here: Here) {
  const journeys = await trx
    .selectFrom('journey')
    .select(['id', 'name', 'mailing'])
    .where('workspace_id', '=', here.id)
    .execute();
  const templates = await trx
    .selectFrom('template')
    .select(['key', 'name'])
    .where('workspace_id', '=', here.id)
    .execute();
  return {
    journeys: new Map(journeys.map((one) => [one.id, one])),
    templates: new Map(templates.map((one) => [one.key, one])),
  };
}
