import type { SenderUse } from '@tabiji/shared/api/senders.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Where senders are named: in the published versions of journeys that run, and in mails. By the sender's key. */
export async function senderUses(trx: Trx, here: Here): Promise<Map<string, SenderUse[]>> {
  const uses = new Map<string, SenderUse[]>();
  const add = (sender: string, use: SenderUse) => uses.set(sender, [...(uses.get(sender) ?? []), use]);
  const { rows } = await sql<{ id: number; name: string; graph: JourneyGraph; senders: Record<string, string> }>`
    select j.id, j.name, v.graph, v.senders
      from journey j
      join journey_version v on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.version
     where j.workspace_id = ${here.id} and j.status in ('live', 'paused')
       and (v.senders <> '{}' or jsonb_path_exists(v.graph::jsonb, '$.nodes.*.config.sender'))
     order by j.name`.execute(trx);
  for (const { id, name, graph, senders } of rows)
    for (const sender of new Set([...sendersIn(graph), ...Object.values(senders)]))
      add(sender, { kind: 'journey', id, name });
  const templates = await trx
    .selectFrom('template')
    .select(['key', 'name', 'sender'])
    .where('workspace_id', '=', here.id)
    .where('sender', 'is not', null)
    .orderBy('name')
    .execute();
  for (const { key, name, sender } of templates) add(sender!, { kind: 'template', key, name });
  return uses;
}

/** The senders that a journey's nodes name. */
const sendersIn = (graph: JourneyGraph): string[] =>
  Object.values(graph.nodes).flatMap((node) => {
    const opened = openNode(node);
    return opened.ok ? (opened.definition.sender?.(opened.config) ?? []) : [];
  });
