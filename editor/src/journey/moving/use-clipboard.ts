import { useEffect } from 'react';
import { useSession } from '../session/use-session.ts';
import { copyInto, pasteData } from './clipboard.ts';

/** Listens to the browser's own copy, cut and paste while the journey, not a text, is what the reader works on. */
export function useClipboard(): void {
  const session = useSession();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!isOnJourney(event) || !event.clipboardData) return;
      if (copyInto(session, event.clipboardData, event.type === 'cut')) event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOnJourney(event) || !event.clipboardData) return;
      event.preventDefault();
      pasteData(session, event.clipboardData);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [session]);
}

/** Not in a field, a dialog or over marked text. */
function isOnJourney({ target, defaultPrevented }: ClipboardEvent): boolean {
  if (defaultPrevented || !(document.getSelection()?.isCollapsed ?? true)) return false;
  if (!(target instanceof Element)) return false;
  return (
    target === document.body ||
    (target.closest('[data-region="canvas"], [role="tree"], [role="menu"]') !== null &&
      target.closest('input, textarea, [contenteditable="true"], [aria-modal="true"]') === null)
  );
}
