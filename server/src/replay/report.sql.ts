import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/** What a replay came to; the form of `--json`. */
export interface ReplayReport {
  customers: number;
  orders: number;
  enrollments: number;
  nodes: Record<string, { entered: number; left: Record<string, number> }>;
  exits: Record<string, number>;
  waiting: number;
  messages: Record<string, number>;
}

/** Reads the result of a replay from the rows that the engine has written. */
export async function reportOf(trx: Trx, workspaceId: number, nodes: readonly string[]): Promise<ReplayReport> {
  const { rows } = await sql<{ customers: number; orders: number; enrollments: number; waiting: number }>`
    select (select count(*) from customer where workspace_id = ${workspaceId}) as customers,
           (select count(*) from shop_order where workspace_id = ${workspaceId}) as orders,
           (select count(*) from enrollment where workspace_id = ${workspaceId}) as enrollments,
           (select count(*) from enrollment where workspace_id = ${workspaceId} and ended_at is null) as waiting`.execute(
    trx,
  );
  const exits = await sql<{ name: string; n: number }>`
    select exit_reason as name, count(*) as n from enrollment
     where workspace_id = ${workspaceId} and ended_at is not null group by 1 order by 1`.execute(trx);
  const messages = await sql<{ name: string; n: number }>`
    select template as name, count(*) as n from message
     where workspace_id = ${workspaceId} and state = 'sent' group by 1 order by 1`.execute(trx);
  const counts = await sql<{ kind: string; node: string; name: string; n: number }>`
    select kind, node, name, sum(n) as n
      from (select kind, node, name, n from journey_delta where workspace_id = ${workspaceId}
            union all select kind, node, name, n from journey_total where workspace_id = ${workspaceId}) c
     where kind in ('entered', 'left') group by 1, 2, 3 order by 1, 2, 3`.execute(trx);
  const byNode: ReplayReport['nodes'] = Object.fromEntries(nodes.map((id) => [id, { entered: 0, left: {} }]));
  for (const { kind, node, name, n } of counts.rows) {
    const one = (byNode[node] ??= { entered: 0, left: {} });
    if (kind === 'entered') one.entered += n;
    else one.left[name] = n;
  }
  return {
    ...rows[0]!,
    nodes: byNode,
    exits: Object.fromEntries(exits.rows.map(({ name, n }) => [name, n])),
    messages: Object.fromEntries(messages.rows.map(({ name, n }) => [name, n])),
  };
}
