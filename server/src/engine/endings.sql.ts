import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** A passage under way. */
export interface ActiveRow {
  id: number;
  customer_id: number;
  journey_id: number;
  version: number;
  entered_at: Date;
  entered_arrival: number;
  visit: number;
  node: string;
  /** Rests until it hears something, as `intent` says. */
  listens: boolean;
  /** Sleeps until `until`, then goes on by `port`; not parked. */
  asleep: boolean;
  until: Date | null;
  port: string | null;
  intent: Intent | null;
  memory: Record<string, Json> | null;
  left_nodes: Record<string, [number, number]> | null;
}

/** Passages under way of some customers. Rides the key of `entry`. */
export async function activeOf(trx: Trx, workspaceId: number, customers: readonly number[]): Promise<ActiveRow[]> {
  const { rows } = await sql<ActiveRow>`
    select e.id, e.customer_id, e.journey_id, e.version, e.entered_at, e.entered_arrival, e.visit, e.node, e.listens,
           e.intent is not null and not e.listens and e.error is null as asleep, coalesce(e.due_at, e.held_due) as until,
           e.port, e.intent, e.memory, e.left_nodes
      from entry n join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
     where n.workspace_id = ${workspaceId} and n.customer_id = any(${customers as number[]}::bigint[]) and e.ended_at is null`.execute(
    trx,
  );
  return rows;
}

/** Ends passages wherever they stand; answers with where that was, and at which visit. */
export async function endEnrollments(
  trx: Trx,
  here: Here,
  ended: readonly { id: number; reason: string }[],
): Promise<{ id: number; visit: number; node: string }[]> {
  // In the order in which everybody locks who waits for enrollments.
  await sql`
    select from enrollment where workspace_id = ${here.id} and id = any(${ended.map(({ id }) => id)}::bigint[])
     order by id for update`.execute(trx);
  const { rows } = await sql<{ id: number; visit: number; node: string }>`
    update enrollment e
       set visit = e.visit + 1, due_at = null, port = null, intent = null, listens = false, held_due = null, error = null,
           ended_at = ${new Date(here.now)}, exit_reason = d.reason
      from unnest(${ended.map(({ id }) => id)}::bigint[], ${ended.map(({ reason }) => reason)}::text[]) as d(id, reason)
     where e.workspace_id = ${here.id} and e.id = d.id and e.ended_at is null
    returning e.id, e.visit - 1 as visit, e.node`.execute(trx);
  return rows;
}
