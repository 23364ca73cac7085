import { useEffect, type RefObject } from 'react';

/** When a choice that was made takes its own button away, the focus goes to the box instead of to nothing. */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    let last: EventTarget | null = box.contains(document.activeElement) ? document.activeElement : null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target;
    };
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last = null;
    };
    const observer = new MutationObserver(() => {
      if (!(last instanceof HTMLElement) || last.isConnected) return;
      last = null;
      if (document.activeElement === document.body) box.focus({ preventScroll: true });
    });
    box.addEventListener('focusin', onFocus);
    box.addEventListener('focusout', onLeave);
    observer.observe(box, { childList: true, subtree: true });
    return () => {
      box.removeEventListener('focusin', onFocus);
      box.removeEventListener('focusout', onLeave);
      observer.disconnect();
    };
  }, [ref]);
}
