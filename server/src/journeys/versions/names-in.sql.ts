import { sql } from 'kysely';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { findShop } from '../../engine/shop.sql.ts';

export type NamesIn = (locale: Locale, ...graphs: readonly JourneyGraph[]) => NamesOf;

/** Names behind the keys that graphs mention; a node's is looked for in each of the graphs in turn. */
export async function namesIn(trx: Trx, here: Here): Promise<NamesIn> {
  const { rows } = await sql<{ kind: 'template' | 'segment' | 'sender'; key: string; name: string }>`
    select 'template' as kind, key, name from template where workspace_id = ${here.id}
    union all select 'segment', key, name from segment where workspace_id = ${here.id}
    union all select 'sender', key, name from sender where workspace_id = ${here.id}`.execute(trx);
  const names = new Map(rows.map(({ kind, key, name }) => [`${kind}:${key}`, name]));
  const { cpm } = await findShop(trx, here.id);
  return (locale, ...graphs) => ({
    template: (key) => names.get(`template:${key}`),
    segment: (key) => names.get(`segment:${key}`),
    sender: (key) => names.get(`sender:${key}`),
    rank: (key) => cpm.ranks.find((rank) => rank.key === key)?.name[locale],
    node: (id) => {
      const graph = graphs.find(({ nodes }) => nodes[id]);
      return graph && titleOf(graph.nodes[id])[locale];
    },
  });
}
