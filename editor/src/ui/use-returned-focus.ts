import { useLayoutEffect } from 'react';

/** When a dialog has gone away and nothing else took the focus, it goes back to where it was before. */
export function useReturnedFocus(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement; // read before the dialog takes the focus
    return () => {
      // Whoever closes a dialog may ask for the focus elsewhere, which is drawn first.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [isOpen]);
}
