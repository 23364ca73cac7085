import { useEffect } from 'react';
import { isImeKey } from '../../hotkeys.ts';
import type { Session } from '../session/session.ts';
import { useMoving, useSession } from '../session/use-session.ts';
import { letGo, putDown, reorder, toSlot } from './actions.ts';

/** While something is carried by keys, arrows, Enter and Esc belong to it, in the canvas and in the outline. */
export function useCarryKeys(): void {
  const session = useSession();
  const carries = useMoving(({ carried }) => carried?.how === 'keys');
  useEffect(() => {
    if (!carries) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (isImeKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const onButton = event.target instanceof Element && event.target.closest('[data-carry]');
      const act = ACTS[event.key];
      if (!act || (onButton && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      act(session);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [carries, session]);
}

const ACTS: Readonly<Record<string, (session: Session) => void>> = {
  ArrowUp: (session) => toSlot(session, 'up'),
  ArrowDown: (session) => toSlot(session, 'down'),
  ArrowLeft: (session) => reorder(session, -1) || toSlot(session, 'left'),
  ArrowRight: (session) => reorder(session, 1) || toSlot(session, 'right'),
  Enter: putDown,
  ' ': putDown,
  v: putDown,
  Escape: (session) => {
    letGo(session);
    session.ui.focusSelected();
  },
};
