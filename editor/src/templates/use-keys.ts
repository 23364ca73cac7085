import { useEffect, useEffectEvent } from 'react';
import { comboOf, isImeKey } from '../hotkeys.ts';
import { useDocStore } from './doc/use-doc.ts';

/** Save, undo and redo from anywhere on the page; the source has its own keys for the last two. */
export function useKeys(save: () => void): void {
  const store = useDocStore();
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isImeKey(event)) return;
    const combo = comboOf(event);
    if (combo === 'mod+s') save();
    else if (combo === 'mod+z') store.getState().undo();
    else if (combo === 'mod+shift+z' || combo === 'mod+y') store.getState().redo();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, []);
}
