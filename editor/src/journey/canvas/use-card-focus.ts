import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useEffect, useRef, type RefObject } from 'react';
import { useSession, useUi } from '../session/use-session.ts';

/** Gives a card the focus when a command asks for it, also when it is drawn only after the picture moved. */
export function useCardFocus(id: NodeId): RefObject<HTMLButtonElement | null> {
  const { ui } = useSession();
  const ref = useRef<HTMLButtonElement>(null);
  const isWanted = useUi(({ wantsFocus }) => wantsFocus === id);
  useEffect(() => {
    if (!isWanted) return;
    ref.current?.focus({ preventScroll: true });
    ui.focusTaken();
  }, [isWanted, ui]);
  return ref;
}
