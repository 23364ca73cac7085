import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import type { PortRef } from '../doc/ports.ts';
import { dominatorsOf, type Dominators } from '../layout/dominators.ts';
import { TRAY_ROOT, walkFromStart, walkTray, type Walk, type Way } from '../layout/walk.ts';

/** One line of the outline, with what lies under it. */
export type Item =
  | { kind: 'node'; id: NodeId; children: readonly Item[] }
  /** One way out of a node with several. `steps` counts the nodes that only this way leads to. */
  | { kind: 'branch'; from: PortRef; steps: number; children: readonly Item[] }
  /** A way that leads to a node listed elsewhere. `ways` counts all that meet there. */
  | { kind: 'link'; from: PortRef; to: NodeId; ways: number }
  /** A way back that a node declares instead of drawing it. */
  | { kind: 'jump'; id: NodeId; to: NodeId }
  /** A way that leads nowhere yet. */
  | { kind: 'end'; from: PortRef }
  /** Heading over what nothing leads to. */
  | { kind: 'loose'; children: readonly Item[] };

/**
 * The journey as a tree in reading order: what follows a node follows its line, ways out of a branch lie under it, and a
 * node where ways meet comes after the branch at which they had parted. Every node is listed once.
 */
export function itemsOf(graph: JourneyGraph): Item[] {
  const main = walkFromStart(graph);
  const loose = walkTray(graph, new Set(main.order));
  const [start] = main.order;
  const items = start === undefined ? [] : lister(graph, main).from([start]);
  if (!loose) return items;
  const { from, tree } = lister(graph, loose);
  return [...items, { kind: 'loose', children: from(tree.under.get(TRAY_ROOT) ?? []) }];
}

function lister(graph: JourneyGraph, walk: Walk) {
  const tree = dominatorsOf(walk);
  const sizes = sizesOf(walk, tree);

  /** Lines of these nodes and of everything that follows them on the same level. */
  const from = (heads: readonly NodeId[]): Item[] => {
    const items: Item[] = [];
    const open = heads.toReversed();
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const ways = walk.ways.get(id) ?? [];
      const [only] = ways;
      const node = { kind: 'node', id, children: [...branches(id, ways), ...jump(graph, id)] } as const;
      items.push(node);
      open.push(...(tree.under.get(id) ?? []).filter((each) => tree.merges.has(each)).toReversed());
      if (ways.length !== 1 || !only) continue;
      const head = headOf(only, tree);
      if (head === undefined) items.push(stub(id, only));
      else open.push(head);
    }
    return items;
  };
  const branches = (id: NodeId, ways: readonly Way[]): Item[] =>
    ways.length < 2
      ? []
      : ways.map((way) => {
          const head = headOf(way, tree);
          const children = head === undefined ? [stub(id, way)] : from([head]);
          const steps = head === undefined ? 0 : (sizes.get(head) ?? 0);
          return { kind: 'branch', from: { node: id, port: way.port }, steps, children };
        });
  const stub = (node: NodeId, { port, to }: Way): Item =>
    to === null
      ? { kind: 'end', from: { node, port } }
      : { kind: 'link', from: { node, port }, to, ways: tree.into.get(to)?.length ?? 1 };
  return { from, tree };
}

/** The node that only this way leads to. */
const headOf = ({ to, leads }: Way, { merges }: Dominators): NodeId | undefined =>
  leads && to !== null && !merges.has(to) ? to : undefined;

function jump(graph: JourneyGraph, id: NodeId): Item[] {
  const opened = graph.nodes[id] && openNode(graph.nodes[id]);
  const back = opened?.ok ? opened.definition.jump?.(opened.config) : undefined;
  return back && graph.nodes[back.to] ? [{ kind: 'jump', id, to: back.to }] : [];
}

/** How many nodes hang under each, itself included. */
function sizesOf({ order }: Walk, { under }: Dominators): Map<NodeId, number> {
  const sizes = new Map<NodeId, number>();
  for (const id of order.toReversed())
    sizes.set(id, 1 + (under.get(id) ?? []).reduce((sum, each) => sum + (sizes.get(each) ?? 0), 0));
  return sizes;
}
