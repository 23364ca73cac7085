import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useSim, useUi } from '../session/use-session.ts';
import { standingOf, type Standing } from './seen.ts';

/** How a card stands to the token; of a cohort, whether anybody came. Undefined while nothing is tried out. */
export function useStanding(id: NodeId): Standing | undefined {
  const isTest = useUi(({ mode }) => mode === 'test');
  const standing = useSim(({ cohort, seen, at }): Standing | undefined => {
    if (cohort) return (cohort.draft.nodes[id]?.entered ?? 0) > 0 ? 'been' : 'never';
    return seen ? standingOf(seen, id, at) : undefined;
  });
  return isTest ? standing : undefined;
}
