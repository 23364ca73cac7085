import type { CaseSetup } from '@tabiji/shared/api/journey-cases.ts';
import type { Fork } from '@tabiji/shared/api/simulate.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { simulation } from '../../api/simulation.ts';
import { useDoc, useSession, useSim } from '../session/use-session.ts';
import { seenOf } from './seen.ts';

interface Asked {
  id: number;
  graph: JourneyGraph;
  setup: CaseSetup | null;
  forks: readonly Fork[];
  html?: boolean;
}

const numbers = new WeakMap<JourneyGraph, number>();
let last = 0;

/** A number that stands for one state of a document, which never changes itself. */
export function numberOf(graph: JourneyGraph): number {
  const known = numbers.get(graph);
  if (known !== undefined) return known;
  numbers.set(graph, ++last);
  return last;
}

/** What would happen; asked once for each state of the document. */
export const traceQuery = ({ id, graph, setup, forks, html = false }: Asked) =>
  queryOptions({
    queryKey: ['simulate', id, numberOf(graph), setup, forks, html],
    queryFn: setup
      ? ({ signal }) => simulation.simulate({ ...setup, forks: [...forks], graph, journey: id, html }, signal)
      : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Runs the shown way whenever the draft or the setup has changed, and hands it to the canvas and the time line. */
export function useTrace() {
  const { id, sim } = useSession();
  const graph = useDoc((state) => state.graph);
  const setup = useSim((state) => state.setup);
  const forks = useSim(({ ways, shown }) => ways[shown]?.forks ?? NONE);
  const query = useQuery(traceQuery({ id, graph, setup, forks }));
  useEffect(() => sim.receive(query.data ? seenOf(query.data, graph) : null), [graph, query.data, sim]);
  return query;
}

const NONE: readonly Fork[] = [];
