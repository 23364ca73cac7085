import type { Rebind } from '@tabiji/shared/conditions/rebind.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { fragmentOf, renewed, type Fragment } from '../doc/fragment.ts';
import { freshId, freshSalt } from '../doc/fresh-id.ts';
import { portsInto, portsOf, type PortRef } from '../doc/ports.ts';
import { judgeCopy } from '../doc/slots.ts';
import { armsOf } from '../doc/commands/edit-arms.ts';
import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';
import { pickUp, type Carried } from './carried.ts';
import { slotBeside } from './near.ts';
import { tell } from './tell.ts';

const graphOf = ({ doc }: Session) => doc.store.getState().graph;

/** Picks nodes up, to be put somewhere else; says why where it is not possible. */
export function carry(session: Session, ids: readonly NodeId[], how: Carried['how'], copies = false): boolean {
  if (!session.ui.mayChange()) return false;
  const carried = pickUp(graphOf(session), ids, { how, copies });
  if (!('piece' in carried)) {
    tell(carried.because);
    return false;
  }
  session.ui.pick(null);
  session.moving.setState({ carried, target: null, reason: null });
  if (how === 'keys') toSlot(session, 'down', carried.nearby);
  return true;
}

/** Lets go without a change. */
export function letGo({ moving }: Session): void {
  moving.setState({ carried: null, target: null, reason: null });
}

/** Goes on to another slot and shows it. */
export function toSlot(session: Session, way: 'up' | 'down' | 'left' | 'right', first?: string): void {
  const { carried, target } = session.moving.getState();
  if (!carried) return;
  const { layout } = session.doc.store.getState();
  const next = first ?? slotBeside(layout, [...carried.slots.keys()], target, way);
  if (next === undefined) return;
  session.moving.setState({ target: next });
  const plus = layout.routes.get(next)?.plus;
  if (plus) session.viewport.current?.reveal({ x: plus.x - 140, y: plus.y - 60, height: 120 });
}

/** Moves the way that leads to what is carried past its neighbour; false where its ways have no order. */
export function reorder(session: Session, by: -1 | 1): boolean {
  const { carried } = session.moving.getState();
  const graph = graphOf(session);
  const [into, ...others] = carried ? portsInto(graph, carried.head) : [];
  if (!carried || !into || others.length > 0) return false;
  const arms = armsOf(graph.nodes[into.node])?.arms ?? [];
  if (!arms.some(({ port }) => port === into.port)) return false;
  if (session.doc.dispatch({ do: 'reorderBranch', id: into.node, port: into.port, by })) goTo(session, carried.head);
  return true;
}

/** Puts what is carried down at the present slot. */
export function putDown(session: Session): void {
  const { carried, target } = session.moving.getState();
  const to = target === null ? undefined : carried?.slots.get(target);
  letGo(session);
  if (!carried || !to) return;
  if (!carried.copies) {
    if (session.doc.dispatch({ do: 'moveRange', ids: carried.ids, to })) goTo(session, carried.head);
    return;
  }
  const fragment = fragmentOf(graphOf(session), carried.piece);
  if (fragment) addFragment(session, fragment, to, 'copy');
}

/** The same at a slot that was clicked. */
export function putDownAt(session: Session, target: string): void {
  session.moving.setState({ target });
  putDown(session);
}

/** Adds copied nodes under new ids and selects them. What they mention of others goes through `rebind`. */
export function addFragment(
  session: Session,
  fragment: Fragment,
  at: PortRef | null,
  how: 'paste' | 'copy',
  rebind?: Rebind,
): void {
  const { doc, ui } = session;
  const graph = graphOf(session);
  const because = at && judgeCopy(graph, fragment)(at);
  if (because) {
    tell(because);
    return;
  }
  const made = renewed(fragment, freshNames(session, fragment.nodes), freshSalt(), rebind);
  if (!doc.dispatch({ do: 'insertFragment', at, fragment: made, how })) return;
  selectTogether(session, Object.keys(made.nodes), made.heads[0]);
  ui.focusSelected();
}

/** Copies of what is selected, directly behind it. */
export function duplicateAll(session: Session, ids: readonly NodeId[]): void {
  const { graph } = session.doc.store.getState();
  const nodes = Object.fromEntries(
    ids.flatMap((id) => (graph.nodes[id] && id !== graph.start ? [[id, graph.nodes[id]]] : [])),
  );
  const as = freshNames(session, nodes);
  if (!session.doc.dispatch({ do: 'duplicate', ids: Object.keys(nodes), as, salt: freshSalt() })) return;
  selectTogether(session, Object.values(as), as[ids[0] ?? '']);
  session.ui.focusSelected();
}

function selectTogether(session: Session, ids: readonly NodeId[], first: NodeId | undefined): void {
  const head = first ?? ids[0];
  if (head === undefined) return;
  goTo(session, head);
  session.ui.selectMany(ids, head);
}

function freshNames(session: Session, nodes: Fragment['nodes']): Record<NodeId, NodeId> {
  const taken = new Set<NodeId>();
  return Object.fromEntries(
    Object.entries(nodes).map(([id, { type }]) => {
      const name = freshId(graphOf(session), type, taken);
      taken.add(name);
      return [id, name];
    }),
  );
}

/** Puts what is selected into a new branch. */
export function wrap(session: Session, ids: readonly NodeId[]): void {
  const id = freshId(graphOf(session), 'branch');
  if (!session.doc.dispatch({ do: 'wrapInBranch', ids, id, type: 'branch', salt: freshSalt() })) return;
  goTo(session, id);
  session.ui.openPanel();
}

/** Where something is added to a node: at its first open end, else at its first way out. */
export function slotAfter(session: Session, id: NodeId): PortRef | undefined {
  const node = graphOf(session).nodes[id];
  const ports = node ? portsOf(node) : [];
  const port = ports.find((each) => !node?.next[each.id]) ?? ports[0];
  return port && { node: id, port: port.id };
}
