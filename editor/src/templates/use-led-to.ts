import { useEffect } from 'react';
import { useDocStore } from './doc/use-doc.ts';

/** Calls `lead` whenever somebody asks to be led to a place of the mail, also to the same one again. */
export function useLedTo(lead: () => void): void {
  const store = useDocStore();
  useEffect(
    () =>
      store.subscribe(({ selected }, before) => {
        if (selected !== before.selected && selected?.by === 'finding') lead();
      }),
    [store, lead],
  );
}
