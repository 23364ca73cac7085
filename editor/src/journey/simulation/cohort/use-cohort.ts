import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import { useEffect, useRef, useState } from 'react';
import { simulation } from '../../../api/simulation.ts';
import { useSession, useSim } from '../../session/use-session.ts';

interface Cohort {
  line: CohortLine | null;
  isRunning: boolean;
  error: unknown;
  start: () => void;
  stop: () => void;
}

/** Sends last month's real entrants through the draft; the counts grow while it runs. */
export function useCohort(): Cohort {
  const { id, doc, sim } = useSession();
  const line = useSim(({ cohort }) => cohort);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const running = useRef<AbortController>(null);
  const stop = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);
  const start = () => {
    stop();
    const { signal } = (running.current = new AbortController());
    setError(undefined);
    setRunning(true);
    sim.count(null);
    simulation
      .cohort(id, { graph: doc.store.getState().graph }, (next) => signal.aborted || sim.count(next), signal)
      .catch((reason: unknown) => signal.aborted || setError(reason))
      .finally(() => running.current?.signal === signal && setRunning(false));
  };
  return { line, isRunning, error, start, stop };
}
