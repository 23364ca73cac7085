import { useEffect, useRef } from 'react';

type Key = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/**
 * Whether a key belongs to an input method and must not be taken as a command. The key that begins a composition comes
 * before `compositionstart`, with keyCode 229 and `isComposing` false; Safari ends the composition before the keydown.
 */
export const isImeKey = (event: Key): boolean => event.isComposing || event.keyCode === 229 || justComposed;

let justComposed = false;

function watchCompositions(): void {
  document.addEventListener('compositionend', () => {
    justComposed = true;
    setTimeout(() => (justComposed = false));
  });
}
if (typeof document !== 'undefined') watchCompositions();

/** `mod+shift+z` for a pressed key; `mod` is Ctrl, or Command on Apple keyboards. */
export function comboOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetter = event.key.length > 1 || key !== key.toUpperCase();
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && isLetter ? 'shift' : '',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Page-wide shortcuts, silent inside fields (unless `inFields`) and while an input method composes. */
export function useHotkeys(keys: Hotkeys, { inFields = false }: { inFields?: boolean } = {}): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isImeKey(event) || event.defaultPrevented || (!inFields && isEditable(event.target))) return;
      const act = latest.current[comboOf(event)];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [inFields]);
}
