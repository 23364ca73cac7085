import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { branchAround } from '../layout/folds.ts';
import { routeId } from '../layout/routes.ts';
import type { Session } from './session.ts';

/** Folds the branch behind a way up, or opens it again. */
export function toggleFold(session: Session, way: string): void {
  const folded = new Set(session.doc.store.getState().folded);
  if (!folded.delete(way)) folded.add(way);
  session.doc.fold(folded);
}

/** What folding at a node would fold: its own branches, else the one around it. */
export function foldableAt({ doc }: Session, id: NodeId): { ways: string[]; at: NodeId } | undefined {
  const { graph, layout } = doc.store.getState();
  const own = [...layout.routes.values()].filter(({ from, folds }) => folds && from.node === id).map((way) => way.id);
  if (own.length > 0) return { ways: own, at: id };
  const around = branchAround(graph, id);
  return around && { ways: [routeId(around)], at: around.node };
}

/** Folds at a node; the node at which the branches part is selected, as what was selected may be hidden. */
export function foldAt(session: Session, id: NodeId): void {
  const found = foldableAt(session, id);
  if (!found) return;
  session.doc.fold(new Set([...session.doc.store.getState().folded, ...found.ways]));
  session.ui.select(found.at);
  session.ui.focusSelected();
}

/** The folded branches of a node. */
export const foldedAt = ({ doc }: Session, id: NodeId): string[] =>
  [...doc.store.getState().layout.pills.values()]
    .filter(({ from }) => from.node === id)
    .map(({ from }) => routeId(from));

/** Opens the folded branches of a node. */
export function unfoldAt(session: Session, id: NodeId): void {
  const open = new Set(foldedAt(session, id));
  session.doc.fold(new Set([...session.doc.store.getState().folded].filter((way) => !open.has(way))));
}

/** Opens every folded branch in which a node lies, so that it can be shown. */
export function unfoldFor(session: Session, id: NodeId): void {
  const { doc } = session;
  for (;;) {
    const pill = [...doc.store.getState().layout.pills.values()].find(({ hidden }) => hidden.includes(id));
    if (!pill) return;
    toggleFold(session, routeId(pill.from));
  }
}
