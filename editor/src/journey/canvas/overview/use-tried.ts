import { useMemo } from 'react';
import { useSim, useUi } from '../../session/use-session.ts';
import { standingOf } from '../../simulation/seen.ts';
import { widthOf } from '../../simulation/width-of.ts';
import type { Scene } from './paint.ts';

/** What the time machine has tried, for the small pictures; undefined while nothing is tested. */
export function useTried(): Scene['tried'] {
  const isTest = useUi(({ mode }) => mode === 'test');
  const seen = useSim((state) => (isTest ? state.seen : null));
  const at = useSim((state) => (isTest ? state.at : 0));
  const cohort = useSim((state) => (isTest ? state.cohort : null));
  return useMemo(() => {
    if (cohort) {
      return {
        widthOf: ({ from }) => widthOf(cohort.draft.edges[from.node]?.[from.port]?.people ?? 0),
        standingOf: (id) => ((cohort.draft.nodes[id]?.entered ?? 0) > 0 ? 'been' : 'never'),
      };
    }
    if (!seen) return undefined;
    return {
      widthOf: ({ id }) => ((seen.ways.get(id) ?? Infinity) <= at ? 2.5 : 0),
      standingOf: (id) => standingOf(seen, id, at),
    };
  }, [seen, at, cohort]);
}
