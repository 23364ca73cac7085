import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { freshId, freshSalt } from '../doc/fresh-id.ts';
import { portsInto, portsOf, type PortRef } from '../doc/ports.ts';
import type { Pill } from '../layout/folds.ts';
import { routeId } from '../layout/routes.ts';
import { CARD_WIDTH, ROW_GAP } from '../layout/sizes.ts';
import { flash } from '../canvas/glide.ts';
import { toggleFold, unfoldFor } from './folding.ts';
import type { Session } from './session.ts';

/** Adds a node behind a port. Its card appears where the ⊕ was; its form is opened. */
export function insertNode({ doc, ui, viewport }: Session, at: PortRef, type: string): void {
  const { graph, layout } = doc.store.getState();
  const plus = layout.routes.get(routeId(at))?.plus;
  const id = freshId(graph, type);
  if (!doc.dispatch({ do: 'insertAt', at, id, type, salt: freshSalt() })) return;
  ui.addFresh(id);
  ui.select(id);
  const place = doc.store.getState().layout.places.get(id);
  if (plus && place) {
    viewport.current?.carry({ x: place.x + CARD_WIDTH / 2, y: place.y + 8 }, plus);
    viewport.current?.reveal({ ...place, height: place.height + ROW_GAP }); // with its open ends
  }
  ui.openPanel();
}

export interface Removal {
  /** Everything that only these nodes led to goes as well. */
  subtree: boolean;
  /** Of a node with several ways, the one whose continuation stays. */
  keep?: string;
  cut?: boolean;
}

/** Takes nodes out; what came before leads on. Answers how many went. */
export function removeNodes({ doc, ui }: Session, ids: readonly NodeId[], { subtree, ...how }: Removal): number {
  const { graph } = doc.store.getState();
  const neighbours = ids.flatMap((id) => neighboursOf(graph, id, subtree));
  if (!doc.dispatch({ do: 'delete', ids, heal: !subtree, ...how })) return 0;
  const after = doc.store.getState().graph;
  ui.select(neighbours.find((each) => after.nodes[each]) ?? null);
  ui.focusSelected();
  return Object.keys(graph.nodes).length - Object.keys(after.nodes).length;
}

function neighboursOf(graph: JourneyGraph, id: NodeId, subtree: boolean): NodeId[] {
  const below = Object.values(graph.nodes[id]?.next ?? {}).filter((target) => target !== null);
  const above = portsInto(graph, id).map(({ node }) => node);
  return subtree ? above : [...below, ...above];
}

/** Takes the last step back (or makes it again) and shows where. */
export function travel(session: Session, way: 'undo' | 'redo'): void {
  const { doc, ui } = session;
  const before = doc.store.getState().graph.nodes;
  const moved = doc[way]();
  if (!moved) return;
  const { nodes } = doc.store.getState().graph;
  const { selected } = ui.store.getState();
  const target = [selected, moved.selected].find((id) => id !== null && nodes[id]);
  const changed = Object.keys(nodes).find((id) => nodes[id] !== before[id]);
  ui.select(target ?? null);
  const shown = changed ?? target;
  if (shown) reveal(session, shown);
  if (changed) flash(changed);
}

/** Opens the picker at the port a node would be continued at: the first open one, else the first. */
export function pickAfter({ doc, ui }: Session, id: NodeId): boolean {
  const node = doc.store.getState().graph.nodes[id];
  const ports = node ? portsOf(node) : [];
  const port = ports.find((each) => !node?.next[each.id]) ?? ports[0];
  if (port) ui.pick({ node: id, port: port.id });
  return port !== undefined;
}

/** Opens the picker on the way into a node. */
export function pickBefore({ doc, ui }: Session, id: NodeId): void {
  const [first] = portsInto(doc.store.getState().graph, id);
  if (first) ui.pick(first);
}

/** Selects a node, moves the picture so that it can be seen, and gives it the focus. */
export function goTo(session: Session, id: NodeId): void {
  showNode(session, id);
  session.ui.focusSelected();
}

/** The same, with the focus left where it is. */
export function showNode(session: Session, id: NodeId): void {
  session.ui.select(id);
  reveal(session, id);
}

/** Opens a folded branch and goes to its first step. */
export function openPill(session: Session, { from }: Pill): void {
  const head = session.doc.store.getState().graph.nodes[from.node]?.next[from.port];
  toggleFold(session, routeId(from));
  if (head) goTo(session, head);
}

function reveal(session: Session, id: NodeId) {
  const { doc, viewport } = session;
  unfoldFor(session, id);
  const place = doc.store.getState().layout.places.get(id);
  if (place) viewport.current?.reveal(place);
}
