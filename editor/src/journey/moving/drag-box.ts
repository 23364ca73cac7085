import type { Point } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import type { Session } from '../session/session.ts';
import { chosenIn } from '../session/ui-store.ts';
import type { Gesture } from './gesture.ts';
import { onCanvas } from './view.ts';

/** Selects the cards that a box drawn on the empty canvas touches; with Shift, beside those selected already. */
export function dragBox(session: Session, box: HTMLElement): Gesture {
  let [first, last, adds]: [Point | undefined, Point, boolean] = [undefined, { x: 0, y: 0 }, false];
  const rectangle = document.createElement('div');
  rectangle.dataset['box'] = '';
  return {
    begin() {
      box.append(rectangle);
      return true;
    },
    frame(at, { shift }) {
      first ??= at;
      [last, adds] = [at, shift];
      const { left, top, right, bottom } = between(first, last);
      rectangle.style.cssText = `left:${left}px;top:${top}px;width:${right - left}px;height:${bottom - top}px`;
    },
    end() {
      rectangle.remove();
      if (!first) return;
      const ids = cardsIn(session, first, last);
      const before = adds ? chosenIn(session.ui.store.getState()) : [];
      const all = [...new Set([...before, ...ids])];
      session.ui.selectMany(all, all[0] ?? null);
      session.ui.focusSelected();
    },
    cancel: () => rectangle.remove(),
  };
}

function cardsIn(session: Session, a: Point, b: Point) {
  const area = between(onCanvas(session, a).point, onCanvas(session, b).point);
  return [...session.doc.store.getState().layout.places].flatMap(([id, { x, y, height }]) =>
    x < area.right && area.left < x + CARD_WIDTH && y < area.bottom && area.top < y + height ? [id] : [],
  );
}

const between = (a: Point, b: Point) => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
});
