import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Asking } from '@tabiji/shared/nodes/define-node.ts';
import { useDoc } from '../../session/use-session.ts';
import { askingOf } from './injection.ts';

const known = new WeakMap<JourneyGraph, readonly Asking[]>();

/** The questions of the draft; looked for once however many rows want to know. */
export const useAsking = (): readonly Asking[] =>
  useDoc(({ graph }) => {
    const asking = known.get(graph) ?? askingOf(graph);
    known.set(graph, asking);
    return asking;
  });
