import { useState, type KeyboardEvent } from 'react';
import { isImeKey } from '../hotkeys.ts';

/** What a list under a search field needs: which entry is marked, and the keys that move the mark. */
export interface Choice<Entry> {
  current: Entry | undefined;
  mark: (at: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Arrows walk a list from its search field and Enter chooses – never the Enter that ends a conversion. */
export function useChoice<Entry>(
  entries: readonly Entry[],
  choose: (entry: Entry) => void,
  more: Readonly<Record<string, (event: KeyboardEvent) => void>>,
): Choice<Entry> {
  const [marked, setMarked] = useState(0);
  const count = Math.max(1, entries.length);
  const current = entries[Math.min(marked, entries.length - 1)];
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: () => setMarked((Math.min(marked, count - 1) + 1) % count),
    ArrowUp: () => setMarked((Math.min(marked, count - 1) + count - 1) % count),
    Enter: () => current !== undefined && choose(current),
    ...more,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || isImeKey(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  return { current, mark: setMarked, onKeyDown };
}
