import { fetchParts } from '@tabiji/shared/lazy-part.tsx';
import { useEffect } from 'react';
import { fetchTexts } from './i18n/i18n.ts';

/** What the page itself asks for when it opens goes first. */
const AFTER_MS = 250;

/**
 * Fetches what the page may need later, once it can be worked on and has a moment to spare; then nothing has to wait,
 * and nothing is missing while the server is away. The browser's time line says when it was done (`tabiji:fetched`).
 */
export function useFetchedParts(): void {
  useEffect(() => {
    const timer = setTimeout(() => whenIdle(() => void fetchAll()), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

async function fetchAll(): Promise<void> {
  await fetchTexts();
  await fetchParts();
  performance.mark('tabiji:fetched');
}

/** Safari knows no moments to spare. */
const whenIdle = (act: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(act) : setTimeout(act, AFTER_MS);
