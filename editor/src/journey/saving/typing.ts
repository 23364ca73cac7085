import type { Typing } from '../doc/history.ts';

let now: Typing = 'plain';

/** What the field in hand is doing while it changes. */
export const typing = (): Typing => now;

/**
 * Follows what fields do: an input method's work is one step, whatever it takes; what the browser takes back, the
 * history takes back. `seal` ends a step. Answers how to stop.
 */
export function watchTyping(seal: () => void): () => void {
  const stop = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, act: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, act, { capture: true, signal: stop.signal });
  on('compositionstart', () => {
    seal();
    now = 'composing';
  });
  // Some browsers tell of the last text after the end of the composition.
  on('compositionend', () =>
    setTimeout(() => {
      now = 'plain';
      seal();
    }),
  );
  on('beforeinput', (event) => {
    if (!isUndo(event)) return;
    now = 'undoing';
    setTimeout(() => (now = 'plain'));
  });
  return () => stop.abort();
}

const isUndo = ({ inputType }: InputEvent) => inputType === 'historyUndo' || inputType === 'historyRedo';
