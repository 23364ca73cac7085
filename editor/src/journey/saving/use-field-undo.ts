import { useEffect } from 'react';
import { comboOf, isImeKey } from '../../hotkeys.ts';
import { travel } from '../session/actions.ts';
import { useSession } from '../session/use-session.ts';
import { watchTyping } from './typing.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const WAYS: Readonly<Record<string, 'undo' | 'redo'>> = { 'mod+z': 'undo', 'mod+shift+z': 'redo', 'mod+y': 'redo' };

/** What a browser needs at most to take back what was typed, in milliseconds. */
const ITS_TURN_MS = 150;

/**
 * In a text field the browser's own undo comes first, until the field is as it was found or the browser, which forgets
 * what was typed when a field is filled in anew, does nothing; then the journey's goes on.
 */
export function useFieldUndo(): void {
  const session = useSession();
  useEffect(() => {
    let found: { field: Field; value: string } | undefined;
    const look = (target: EventTarget | null) => {
      found = isField(target) ? { field: target, value: target.value } : undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      const way = WAYS[comboOf(event)];
      if (!way || isImeKey(event) || !found || event.target !== found.field) return;
      const { field, value } = found;
      const was = field.value;
      if (was !== value) {
        setTimeout(() => field === document.activeElement && field.value === was && goOn(way), ITS_TURN_MS);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      goOn(way);
    };
    const goOn = (way: 'undo' | 'redo') => {
      travel(session, way);
      requestAnimationFrame(() => look(document.activeElement));
    };
    const onFocus = ({ target }: FocusEvent) => look(target);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey, { capture: true });
    const stopWatching = watchTyping(() => session.doc.seal());
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey, { capture: true });
      stopWatching();
    };
  }, [session]);
}

const isField = (target: EventTarget | null): target is Field =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
  target.closest('[data-region="panel"]') !== null;
