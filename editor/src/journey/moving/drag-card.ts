import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Session } from '../session/session.ts';
import { chosenIn } from '../session/ui-store.ts';
import { carry, letGo, putDown } from './actions.ts';
import type { Gesture } from './gesture.ts';
import { panAt, slotNear } from './near.ts';
import { onCanvas, pan, shift } from './view.ts';

/** Moves a card in the flow: it hangs at the pointer, and the nearest slot that takes it draws it. Alt copies it. */
export function dragCard(session: Session, id: NodeId, box: Element): Gesture {
  const { moving, doc } = session;
  let copies = false;
  const pick = () => {
    const chosen = chosenIn(session.ui.store.getState());
    return carry(session, chosen.includes(id) ? chosen : [id], 'drag', copies);
  };
  return {
    begin: pick,
    frame(at, { alt }) {
      if (alt !== copies) {
        copies = alt;
        pick();
      }
      const { carried } = moving.getState();
      if (!carried) return;
      shift(box, '[data-ghost]', { x: at.x + 12, y: at.y + 12 });
      const { point, zoom } = onCanvas(session, at);
      pan(session, panAt(at, box.getBoundingClientRect()), zoom);
      const { target, illegal } = slotNear(doc.store.getState().layout, point, zoom, (slot) => carried.slots.has(slot));
      const reason = illegal ? (carried.judge(illegal.from) ?? null) : null;
      const before = moving.getState();
      if (before.target !== target || before.reason !== reason) moving.setState({ target, reason });
    },
    end: () => putDown(session),
    cancel: () => letGo(session),
  };
}
