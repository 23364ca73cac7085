import type { Store } from './store.ts';
import type { UnderWay } from './under-way.ts';

/**
 * What each passage makes of new facts. One that cannot be judged is parked with its error, visible and alone: the facts
 * of its customer must come in all the same.
 */
export async function eachOrPark<T>(
  store: Store,
  passages: readonly UnderWay[],
  judge: (passage: UnderWay) => T | undefined,
): Promise<T[]> {
  const judged: T[] = [];
  for (const passage of passages) {
    try {
      const found = judge(passage);
      if (found !== undefined) judged.push(found);
    } catch (error) {
      await store.positions.park(passage.row.id, error instanceof Error ? error.message : String(error));
    }
  }
  return judged;
}
