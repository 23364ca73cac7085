/** What a link needs of an EventSource. */
export interface Source {
  readyState: number;
  addEventListener(type: string, hear: (event: { data?: unknown }) => void): void;
  close(): void;
}

/** Whether the page can be seen. */
export interface Page {
  isHidden(): boolean;
  /** Answers how to stop listening. */
  onChange(hear: () => void): () => void;
}

interface Options {
  open: () => Source;
  page: Page;
  /** What the server says, in order. */
  tell: (kind: 'snapshot' | 'delta', data: unknown) => void;
  /** Asks for everything once, while the server cannot be listened to. */
  poll: () => void;
}

export const POLL_MS = 15_000;
const AGAIN_MS = 60_000;
const CLOSED = 2;

/**
 * Listens to the server while the page can be seen. Where that fails it asks every 15 s, and tries to listen again: the
 * browser by itself after an interruption, this after a minute where the server has refused.
 */
export function openLiveLink({ open, page, tell, poll }: Options): () => void {
  let source: Source | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const rest = () => {
    clearInterval(polling);
    polling = undefined;
  };
  const stop = () => {
    source?.close();
    source = undefined;
    clearTimeout(again);
    rest();
  };
  const start = () => {
    stop();
    if (page.isHidden()) return;
    const opened = open();
    source = opened;
    for (const kind of ['snapshot', 'delta'] as const)
      opened.addEventListener(kind, ({ data }) => {
        if (source !== opened) return;
        rest();
        tell(kind, JSON.parse(String(data)));
      });
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      if (polling === undefined) {
        poll();
        polling = setInterval(poll, POLL_MS);
      }
      if (opened.readyState !== CLOSED) return; // the browser tries again
      clearTimeout(again);
      again = setTimeout(start, AGAIN_MS);
    });
  };
  const leave = page.onChange(start);
  start();
  return () => {
    leave();
    stop();
  };
}

/** The page this runs in. */
export const thisPage: Page = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange: (hear) => {
    document.addEventListener('visibilitychange', hear);
    return () => document.removeEventListener('visibilitychange', hear);
  },
};
