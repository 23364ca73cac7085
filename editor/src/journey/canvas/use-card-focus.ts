import { useEffect, useRef, type RefObject } from 'react';
import { useUi } from '../session/use-session.ts';

/** Gives the selected card the focus when a command asks for it; also when it is drawn only after the picture moved. */
export function useCardFocus(isSelected: boolean): RefObject<HTMLButtonElement | null> {
  const ref = useRef<HTMLButtonElement>(null);
  const wanted = useUi(({ focusCard }) => (isSelected ? focusCard : 0));
  useEffect(() => {
    if (wanted > 0) ref.current?.focus({ preventScroll: true });
  }, [wanted]);
  return ref;
}
