import type { PlanRehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rehearsals } from '../../api/rehearsals.ts';
import { numberOf } from '../simulation/use-trace.ts';
import { useDoc, useSession, useSim } from '../session/use-session.ts';

/** Whose way it is until somebody is chosen in the time machine. */
const SOMEBODY = { customer: { persona: 'first_thirties' } };

/** The mails of the way that the time machine shows, and what is asked to send them. */
export function useRehearsal() {
  const { id } = useSession();
  const graph = useDoc((state) => state.graph);
  const setup = useSim((state) => state.setup);
  const forks = useSim(({ ways, shown }) => ways[shown]?.forks);
  const asked = useMemo(
    (): PlanRehearsal => ({ ...(setup ?? SOMEBODY), forks: [...(forks ?? [])], graph, journey: id }),
    [forks, graph, id, setup],
  );
  const query = useQuery({
    queryKey: ['rehearsal', id, numberOf(graph), setup, forks],
    queryFn: ({ signal }) => rehearsals.plan(asked, signal),
    staleTime: 0, // mails may have been written anew meanwhile
    refetchOnWindowFocus: false,
    retry: false,
  });
  return { asked, query };
}
