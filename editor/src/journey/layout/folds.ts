import { reachableFrom, type GraphNode, type JourneyGraph, type NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsInto, portsOf, type PortRef } from '../doc/ports.ts';
import { dominatorsOf } from './dominators.ts';
import { routeId } from './routes.ts';
import { walkFromStart } from './walk.ts';

/** A branch that is folded up: what stands for it, which way leads there, and what it hides. */
export interface Pill {
  id: string;
  from: PortRef;
  hidden: readonly NodeId[];
}

/** The journey as it is drawn: instead of a folded branch stands a pill, which leads on to where the branch leads. */
export interface Folded {
  graph: JourneyGraph;
  pills: ReadonlyMap<string, Pill>;
}

/** What stands for a folded branch; no node can have such an id or type. */
const PILL = ' pill';

export const isPill = ({ type }: GraphNode): boolean => type === PILL;

/** Folds the branches behind these ways. A way into a meeting point hides nothing and stays as it is. */
export function fold(graph: JourneyGraph, folded: ReadonlySet<string>): Folded {
  const pills = new Map<string, Pill>();
  const hidden = new Set<NodeId>();
  for (const { from, inside } of branchesOf(graph, folded)) {
    if (hidden.has(from.node)) continue; // folded up together with what is around it
    for (const id of inside) hidden.add(id);
    const id = `${PILL} ${routeId(from)}`;
    pills.set(id, { id, from, hidden: inside });
  }
  return pills.size === 0 ? { graph, pills } : { graph: drawn(graph, pills, hidden), pills };
}

/** The branches behind these ways that hide anything, the largest first. */
const branchesOf = (graph: JourneyGraph, folded: ReadonlySet<string>) =>
  Object.entries(graph.nodes)
    .flatMap(([node, each]) => (folded.size ? portsOf(each).map(({ id: port }) => ({ node, port })) : []))
    .filter((from) => folded.has(routeId(from)))
    .map((from) => ({ from, inside: onlyBehind(graph, from) }))
    .filter(({ inside }) => inside.length > 0)
    .toSorted((a, b) => b.inside.length - a.inside.length);

/** What nobody would reach without this way. */
function onlyBehind(graph: JourneyGraph, { node, port }: PortRef): NodeId[] {
  const target = graph.nodes[node]?.next[port];
  if (!target || !graph.nodes[target]) return [];
  const closed = { ...graph.nodes, [node]: withNext(graph.nodes[node]!, port, null) };
  const without = { ...graph, nodes: closed };
  const heads = Object.keys(graph.nodes).filter((id) => id !== graph.start && !entered(graph).has(id));
  const others = new Set([graph.start, ...heads].flatMap((id) => [...reachableFrom(without, id)]));
  const inside = [...reachableFrom(graph, target)].filter((id) => !others.has(id));
  return inside.includes(node) ? [] : inside;
}

const entries = new WeakMap<JourneyGraph, ReadonlySet<NodeId>>();

/** Every node that something leads to. */
function entered(graph: JourneyGraph): ReadonlySet<NodeId> {
  const known = entries.get(graph);
  if (known) return known;
  const found = new Set(
    Object.values(graph.nodes).flatMap(({ next }) => Object.values(next).filter((id) => id !== null)),
  );
  entries.set(graph, found);
  return found;
}

const withNext = (node: GraphNode, port: string, to: NodeId | null): GraphNode => ({
  ...node,
  next: { ...node.next, [port]: to },
});

/** The graph without what is hidden, with the pills in its place. */
function drawn(graph: JourneyGraph, pills: Folded['pills'], hidden: ReadonlySet<NodeId>): JourneyGraph {
  const nodes = Object.fromEntries(Object.entries(graph.nodes).filter(([id]) => !hidden.has(id)));
  for (const { id, from, hidden: inside } of pills.values()) {
    const out = inside.flatMap((each) => Object.values(graph.nodes[each]?.next ?? {}));
    const targets = new Set(out.filter((to) => to !== null && nodes[to]));
    const next = Object.fromEntries([...targets].map((to, i) => [String(i), to]));
    nodes[id] = Object.freeze({ type: PILL, config: {}, next });
    nodes[from.node] = withNext(nodes[from.node]!, from.port, id);
  }
  return { ...graph, nodes };
}

/** The way into the innermost branch that a node lies in; undefined on the trunk. */
export function branchAround(graph: JourneyGraph, id: NodeId): PortRef | undefined {
  const { above, merges } = dominatorsOf(walkFromStart(graph));
  for (let [inner, outer] = [id, above.get(id)]; outer !== undefined; [inner, outer] = [outer, above.get(outer)]) {
    const branch = graph.nodes[outer];
    if (branch && portsOf(branch).length > 1 && !merges.has(inner))
      return portsInto(graph, inner).find(({ node }) => node === outer);
  }
  return undefined;
}
