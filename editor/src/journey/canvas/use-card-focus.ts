import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useEffect, useRef, type RefObject } from 'react';
import type { UiState } from '../session/ui-store.ts';
import { useSession } from '../session/use-session.ts';

/**
 * Gives a card the focus when a command asks for it, also when it is drawn only after the picture moved. Asking draws no
 * card again.
 */
export function useCardFocus(id: NodeId): RefObject<HTMLButtonElement | null> {
  const { ui } = useSession();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const take = ({ wantsFocus }: UiState) => {
      if (wantsFocus !== id || !ref.current) return;
      ref.current.focus({ preventScroll: true });
      ui.focusTaken();
    };
    take(ui.store.getState());
    return ui.store.subscribe(take);
  }, [id, ui]);
  return ref;
}
