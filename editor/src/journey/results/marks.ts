import type { Trouble } from '@tabiji/shared/api/journey-health.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';

/** What a card says of itself in the results: what stands still there, or a share that is other than usual. */
export type Mark = Exclude<Trouble['kind'], 'behind' | 'unreleased'> | 'low' | 'high';

const WORST_FIRST: readonly Mark[] = ['parked', 'quiet', 'unsent', 'low', 'high'];

/** The marks of one node, the gravest first. */
export function marksAt(
  { troubles, unusual }: { troubles: readonly Trouble[]; unusual: Readonly<Record<string, 'low' | 'high'>> },
  id: NodeId,
): Mark[] {
  const here = new Set<string | undefined>(
    troubles.flatMap((one) => ('node' in one && one.node === id ? one.kind : [])),
  );
  here.add(unusual[id]);
  return WORST_FIRST.filter((mark) => here.has(mark));
}
