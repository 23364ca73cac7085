import type { DocStore } from '../doc/doc-store.ts';

/** Closes these branches, or opens them; canvas and outline show the same ones closed. */
export function foldWays(doc: DocStore, ways: readonly string[], isFolded: boolean): void {
  const { folded } = doc.store.getState();
  if (ways.every((way) => folded.has(way) === isFolded)) return;
  const next = new Set(folded);
  for (const way of ways) {
    if (isFolded) next.add(way);
    else next.delete(way);
  }
  doc.fold(next);
}
