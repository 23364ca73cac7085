import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { simulation } from '../../../api/simulation.ts';
import { useDoc, useSession } from '../../session/use-session.ts';
import { numberOf } from '../use-trace.ts';

/** Typing is not interrupted for it; a second after the last change is soon enough. */
const PAUSE = 1000;

export const casesKey = (journey: number) => ['journey', journey, 'cases'] as const;

/** What was kept as expected. */
export function useCases() {
  const { id } = useSession();
  return useQuery({
    queryKey: casesKey(id),
    queryFn: ({ signal }) => simulation.cases(id, signal),
    staleTime: 30_000,
    retry: false,
  });
}

/** Whether the draft still does what was kept, asked again after every change. */
export function useCaseResults() {
  const { id } = useSession();
  const { data: cases } = useCases();
  const [graph] = useDebouncedValue(
    useDoc((state) => state.graph),
    PAUSE,
  );
  const hasCases = cases !== undefined && cases.length > 0;
  return useQuery({
    queryKey: [...casesKey(id), 'results', numberOf(graph), cases?.map((one) => one.id)],
    queryFn: hasCases ? ({ signal }) => simulation.runCases(id, { graph }, signal) : skipToken,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
