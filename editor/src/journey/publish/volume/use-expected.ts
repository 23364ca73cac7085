import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { useEffect, useState } from 'react';
import { simulation } from '../../../api/simulation.ts';
import { useSession } from '../../session/use-session.ts';

/** Sends last month's entrants through a graph as long as somebody looks; the line grows. */
export function useExpected(graph: JourneyGraph | undefined): { line: CohortLine | undefined; error: unknown } {
  const { id } = useSession();
  const [line, setLine] = useState<CohortLine>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (!graph) return undefined;
    const asking = new AbortController();
    const { signal } = asking;
    simulation
      .cohort(id, { graph }, (next) => signal.aborted || setLine(next), signal)
      .catch((reason: unknown) => signal.aborted || setError(reason));
    return () => asking.abort();
  }, [graph, id]);
  return { line, error };
}
