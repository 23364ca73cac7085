import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { PortRef } from '../doc/ports.ts';
import { routeId } from '../layout/routes.ts';
import { joinable } from '../picker/joinable.ts';
import type { Session } from '../session/session.ts';
import { joinTo } from './connecting.ts';
import type { Gesture } from './gesture.ts';
import { panAt } from './near.ts';
import { onCanvas, pan, shift } from './view.ts';

/** Leads an open end to the card it is drawn onto. */
export function dragEnd(session: Session, from: PortRef, box: Element): Gesture {
  const { moving, doc } = session;
  let legal: ReadonlySet<NodeId> = new Set();
  let over: Element | null = null;
  const mark = (card: Element | null) => {
    if (card === over) return;
    over?.removeAttribute('data-join');
    card?.setAttribute('data-join', '');
    over = card;
  };
  const finish = () => {
    const to = over?.getAttribute('data-node');
    mark(null);
    moving.setState({ leading: null, reason: null });
    return to;
  };
  return {
    begin() {
      if (!session.ui.mayChange()) return false;
      legal = new Set(joinable(doc.store.getState().graph, from));
      moving.setState({ leading: from, reason: null });
      return true;
    },
    frame(at) {
      const { point, zoom } = onCanvas(session, at);
      pan(session, panAt(at, box.getBoundingClientRect()), zoom);
      const plus = doc.store.getState().layout.routes.get(routeId(from))?.plus ?? point;
      const begin = session.viewport.current?.onScreen(plus) ?? at;
      box.querySelector('[data-lead]')?.setAttribute('d', `M${begin.x} ${begin.y}L${at.x} ${at.y}`);
      shift(box, '[data-ghost]', { x: at.x + 12, y: at.y + 12 });
      const { left, top } = box.getBoundingClientRect();
      const card = document.elementFromPoint(at.x + left, at.y + top)?.closest('[data-node]') ?? null;
      const id = card?.getAttribute('data-node');
      const takes = id !== null && id !== undefined && legal.has(id);
      mark(takes ? card : null);
      const reason = card && !takes ? NOT_BACK : null;
      if (moving.getState().reason !== reason) moving.setState({ reason });
    },
    end() {
      const to = finish();
      if (to) joinTo(session, from, to);
    },
    cancel: () => void finish(),
  };
}

const NOT_BACK: Words = {
  ja: '前の手順には合流できません。戻らせるには「前へ戻る」を使います。',
  en: 'It cannot join a node before it. Use “Go back to” for that.',
};
