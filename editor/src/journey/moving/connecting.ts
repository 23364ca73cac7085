import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { freshId, freshSalt } from '../doc/fresh-id.ts';
import { GO_BACK, leadsBack } from '../doc/lead-back.ts';
import type { PortRef } from '../doc/ports.ts';
import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';

/** Leads a way to a node that is there already. */
export function joinTo(session: Session, at: PortRef, to: NodeId): void {
  if (session.doc.dispatch({ do: 'connect', from: at, to })) goTo(session, to);
}

/** Lets people go back to an earlier node: by the node itself where it can, else by a new one behind it. */
export function goBackTo(session: Session, at: PortRef, to: NodeId): void {
  const { graph } = session.doc.store.getState();
  if (leadsBack(graph.nodes[at.node])) {
    if (session.doc.dispatch({ do: 'setGoto', id: at.node, to })) goTo(session, at.node);
    return;
  }
  if (GO_BACK === undefined) return;
  const id = freshId(graph, GO_BACK);
  const done = session.doc.dispatch({ do: 'insertAt', at, id, type: GO_BACK, salt: freshSalt(), backTo: to });
  if (!done) return;
  goTo(session, id);
  session.ui.openPanel();
}
