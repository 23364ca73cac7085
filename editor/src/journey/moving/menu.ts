import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Session } from '../session/session.ts';

/** Opens the menu at the card or row that has the focus. */
export function openMenu({ moving }: Session, id: NodeId): void {
  const place = document
    .querySelector(`[data-node="${CSS.escape(id)}"], [role="treeitem"]:focus`)
    ?.getBoundingClientRect();
  if (place) moving.setState({ menu: { x: place.left + Math.min(place.width, 240), y: place.top + 24 } });
}
