import { reachableFrom, type JourneyGraph, type NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { portsInto, portsOf } from '../ports.ts';
import { about } from '../titles.ts';

export interface DeleteNodes {
  ids: readonly NodeId[];
  /** true: what came before leads on to what comes after. false: everything that only these nodes lead to goes too. */
  heal: boolean;
  /** Which port's continuation stays when a node with several is healed; otherwise the first that leads anywhere. */
  keep?: string;
}

/** Takes nodes out. The start stays. Nodes that nobody would reach any more go with them. */
export const deleteNodes = defineCommand<DeleteNodes>({
  reduce(draft, { ids, heal, keep }) {
    const before = reachableFrom(draft, draft.start);
    const detached = new Set(ids.flatMap((id) => (before.has(id) ? [] : [...reachableFrom(draft, id)])));
    const fragment = roots(draft, before);
    for (const id of ids) if (id !== draft.start && draft.nodes[id]) takeOut(draft, id, heal, keep);
    const after = reachableFrom(draft, draft.start);
    const stillHeld = new Set(fragment.flatMap((root) => [...reachableFrom(draft, root)]));
    for (const id of Object.keys(draft.nodes)) {
      const wasHeld = before.has(id) || (!heal && detached.has(id));
      if (wasHeld && !after.has(id) && !stillHeld.has(id)) delete draft.nodes[id];
    }
    dropDangling(draft);
  },
  label(graph, { ids }) {
    const [only] = ids;
    if (only !== undefined && ids.length === 1)
      return about(
        graph,
        only,
        (n) => `${n}を削除`,
        (n) => `Delete ${n}`,
      );
    return { ja: `${ids.length}件の手順を削除`, en: `Delete ${ids.length} nodes` };
  },
});

function takeOut(draft: JourneyGraph, id: NodeId, heal: boolean, keep: string | undefined) {
  const node = draft.nodes[id];
  if (!node) return;
  const ports = portsOf(node).map((port) => port.id);
  const kept = (keep !== undefined && node.next[keep]) || ports.map((port) => node.next[port]).find(Boolean);
  const successor = heal && kept && kept !== id ? kept : null;
  for (const { node: from, port } of portsInto(draft, id)) {
    const source = draft.nodes[from];
    if (source) source.next[port] = successor;
  }
  delete draft.nodes[id];
}

/** Heads of the fragments that nothing leads to. */
const roots = (graph: JourneyGraph, reached: ReadonlySet<NodeId>) =>
  Object.keys(graph.nodes).filter((id) => !reached.has(id) && portsInto(graph, id).length === 0);

function dropDangling(draft: JourneyGraph) {
  for (const node of Object.values(draft.nodes))
    for (const [port, target] of Object.entries(node.next)) if (target && !draft.nodes[target]) node.next[port] = null;
}
