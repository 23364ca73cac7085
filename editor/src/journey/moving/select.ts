import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { walkFrom } from '../canvas/walk-focus.ts';
import { ancestorsOf } from '../doc/ports.ts';
import { reachedFrom } from '../doc/reach.ts';
import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';

/** All nodes on the ways from one node to another, both included; just both where no way leads. */
export function rangeBetween(graph: JourneyGraph, a: NodeId, b: NodeId): NodeId[] {
  const between = (from: NodeId, to: NodeId) => {
    const above = ancestorsOf(graph, to);
    return [...reachedFrom(graph, [from])].filter((id) => above.has(id));
  };
  const down = between(a, b);
  const up = down.length > 0 ? down : between(b, a);
  return up.length > 0 ? up : [...new Set([a, b])];
}

/** Selects everything on the way from where the selection began. */
export function selectTo(session: Session, id: NodeId): void {
  const { graph } = session.doc.store.getState();
  const { anchor, selected } = session.ui.store.getState();
  const from = [anchor, selected].find((each) => each !== null && graph.nodes[each]) ?? id;
  session.ui.selectMany(rangeBetween(graph, from, id), id);
}

/** Takes one node more into the selection, or out of it. */
export function toggleSelected(session: Session, id: NodeId): void {
  const { selected, selection } = session.ui.store.getState();
  const { nodes } = session.doc.store.getState().graph;
  const all = new Set(selection.size > 0 ? selection : selected !== null && nodes[selected] ? [selected] : []);
  if (!all.delete(id)) all.add(id);
  session.ui.selectMany(all, all.has(id) ? id : ([...all][0] ?? null));
}

/** Grows the selection by one step along the flow. */
export function growSelection(session: Session, way: 'up' | 'down'): void {
  const { graph, layout } = session.doc.store.getState();
  const { anchor, selected } = session.ui.store.getState();
  const to = selected === null ? undefined : walkFrom(graph, layout, selected, way);
  if (selected === null || !to || !graph.nodes[to]) return; // a folded branch is not selected together with others
  const ids = rangeBetween(graph, anchor ?? selected, to);
  goTo(session, to);
  session.ui.store.setState({ anchor: anchor ?? selected });
  session.ui.selectMany(ids, to);
}

/** Everything that can be reached from the selected node. */
export function selectBelow({ doc, ui }: Session, id: NodeId): void {
  ui.selectMany(reachedFrom(doc.store.getState().graph, [id]), id);
}

export function selectAll({ doc, ui }: Session): void {
  const { graph } = doc.store.getState();
  const { selected } = ui.store.getState();
  ui.selectMany(Object.keys(graph.nodes), Object.hasOwn(graph.nodes, selected ?? '') ? selected : graph.start);
}
