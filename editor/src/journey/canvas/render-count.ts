declare global {
  interface Window {
    /** How often cards and lines were drawn; only in builds made with VITE_COUNT_RENDERS. */
    tabijiRenders?: { cards: number; ways: number };
  }
}

/** Counts one drawing, in test builds only. */
export const countRender: (what: 'cards' | 'ways') => void = import.meta.env.VITE_COUNT_RENDERS
  ? (what) => {
      window.tabijiRenders ??= { cards: 0, ways: 0 };
      window.tabijiRenders[what]++;
    }
  : () => undefined;
