import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Here } from '../../db/in-workspace.ts';
import { countMoved } from '../count-moved.sql.ts';
import type { Trx } from '../../db/database.ts';

/** Held by a pause. Who was let go from one may keep `held_due` beside `due_at`, to tell how late their letters are. */
const isShelved = sql<boolean>`enrollment.due_at is null and enrollment.held_due is not null`;

/** The people a publish is about: those inside by the version that is published now. */
export interface Inside {
  journeyId: number;
  version: number;
}

/** Locks everybody inside, in the order in which everybody locks who waits for enrollments. */
export async function lockInside(trx: Trx, here: Here, { journeyId, version }: Inside): Promise<void> {
  await sql`
    with locked as materialized (
      select id from enrollment
       where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version} and ended_at is null
       order by id for update)
    select count(*) from locked`.execute(trx);
}

/** How many rest at each node, and how many of them have a letter or other work under way. */
export async function peopleInside(
  trx: Trx,
  here: Here,
  { journeyId, version }: Inside,
): Promise<Map<string, { people: number; due: number; asking: number }>> {
  const { rows } = await sql<{ node: string; people: number; due: number; asking: number }>`
    select node, count(*)::int as people, count(*) filter (where due_at <= ${new Date(here.now)})::int as due,
           count(*) filter (where due_at is null and held_due is null and error is null and not listens)::int as asking
      from enrollment
     where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version} and ended_at is null
     group by node`.execute(trx);
  return new Map(rows.map(({ node, ...counts }) => [node, counts]));
}

/** Lets people go on by another version from where they rest, whatever they rest for. */
export async function followVersion(
  trx: Trx,
  here: Here,
  { journeyId, version }: Inside,
  { to, except }: { to: number; except: readonly string[] },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with moved as (
      update enrollment set version = ${to}
       where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version} and ended_at is null
         and not (node = any(${except as string[]}::text[]))
      returning ${version}::int as from_version, node as from_node, ${to}::int as to_version, node as to_node),
    ${countMoved(here, journeyId)}
    select count(*)::int as n from moved`.execute(trx);
  return rows[0]!.n;
}

/** Puts everybody who rests at a node to another one, now. Answers with who they are. */
export async function moveTo(
  trx: Trx,
  here: Here,
  { journeyId, version }: Inside,
  { node, to, toVersion }: { node: string; to: string; toVersion: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with moved as (
      update enrollment
         set version = ${toVersion}, node = ${to}, port = null, intent = null, listens = false, error = null, visit = visit + 1,
             due_at = case when ${isShelved} then null else ${new Date(here.now)}::timestamptz end,
             held_due = case when ${isShelved} then ${new Date(here.now)}::timestamptz end
       where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version} and node = ${node}
         and ended_at is null
      returning id, visit - 1 as visit, ${version}::int as from_version, ${node}::text as from_node,
                ${toVersion}::int as to_version, ${to}::text as to_node),
    ${countMoved(here, journeyId)},
    told as (
      insert into diary (workspace_id, enrollment_id, visit, at, received_at, steps)
      select ${here.id}, id, visit, ${new Date(here.now)}, ${new Date(here.realNow)},
             json_build_array(json_build_array(${node}::text, 'moved', ${to}::text)) from moved)
    select id from moved`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Numbers of the people who rest at a node. */
export async function restingAt(trx: Trx, here: Here, { journeyId, version }: Inside, node: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from enrollment
     where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version} and node = ${node}
       and ended_at is null
     order by id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Somebody whose instant is to be counted again. */
export interface Resting {
  id: number;
  customer_id: number;
  due_at: Date | null;
  held_due: Date | null;
  port: string | null;
  listens: boolean;
  intent: Intent | null;
  memory: Record<string, Json> | null;
}

/** The next people by number who rest at a node. */
export async function restingPage(
  trx: Trx,
  here: Here,
  { journeyId, version }: Inside,
  { node, after, limit }: { node: string; after: number; limit: number },
): Promise<Resting[]> {
  const { rows } = await sql<Resting>`
    select id, customer_id, due_at, held_due, port, listens, intent, memory
      from enrollment
     where workspace_id = ${here.id} and journey_id = ${journeyId} and version = ${version} and node = ${node}
       and ended_at is null and error is null and id > ${after}
     order by id limit ${limit}`.execute(trx);
  return rows;
}

/** What somebody rests for after being counted again. */
export interface Recounted {
  id: number;
  dueAt: Date;
  /** Null: the node decides again. */
  port: string | null;
  /** Decides again and, as a rule, listens on. */
  listens: boolean;
}

/** Writes instants that were counted again; whoever is held by a pause stays held, until the new instant. */
export async function writeRecounted(
  trx: Trx,
  here: Here,
  { journeyId, version, node, toVersion }: Inside & { node: string; toVersion: number },
  recounted: readonly Recounted[],
): Promise<void> {
  if (recounted.length === 0) return;
  await sql`
    with moved as (
      update enrollment
         set version = ${toVersion}, port = r.port, listens = false, visit = enrollment.visit + 1,
             due_at = case when ${isShelved} then null else r.due_at end,
             held_due = case when ${isShelved} then r.due_at end
        from unnest(${recounted.map(({ id }) => id)}::bigint[], ${recounted.map(({ dueAt }) => dueAt)}::timestamptz[],
                    ${recounted.map(({ port }) => port)}::text[]) as r(id, due_at, port)
       where enrollment.workspace_id = ${here.id} and enrollment.id = r.id and enrollment.ended_at is null
      returning enrollment.id, enrollment.visit - 1 as visit, enrollment.port, r.due_at, ${version}::int as from_version,
                node as from_node, ${toVersion}::int as to_version, node as to_node),
    ${countMoved(here, journeyId)}
    insert into diary (workspace_id, enrollment_id, visit, at, received_at, steps)
    select ${here.id}, id, visit, ${new Date(here.now)}, ${new Date(here.realNow)},
           json_build_array(json_build_array(${node}::text, 'recounted', port, (extract(epoch from due_at) * 1000)::bigint))
      from moved`.execute(trx);
}

/** How many finish by an older version, as an earlier publish has decided. */
export async function finishingOld(trx: Trx, here: Here, { journeyId, version }: Inside): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from enrollment
     where workspace_id = ${here.id} and journey_id = ${journeyId} and version < ${version} and ended_at is null`.execute(
    trx,
  );
  return rows[0]!.n;
}
