import { diffGraphs } from '@tabiji/shared/journey/diff/diff-graphs.ts';
import { diffWords, type Change } from '@tabiji/shared/journey/diff/words.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { useMemo } from 'react';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';

/** Two journeys compared in words; undefined while one of them is not there yet. */
export function useComparison(before: JourneyGraph | undefined, after: JourneyGraph | undefined): Change[] | undefined {
  const locale = useLocale();
  const names = useNames();
  return useMemo(
    () => before && after && diffWords(diffGraphs(before, after), { before, after, locale, names }),
    [after, before, locale, names],
  );
}
