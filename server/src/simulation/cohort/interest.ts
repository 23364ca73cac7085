import { ANSWERED } from '@tabiji/shared/nodes/question/node.ts';
import { allNeeds } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { interestOf } from '@tabiji/shared/journey/trigger-interest.ts';
import type { Scene } from '../scene/load-scene.ts';

/** Names of the events that a journey and the segments look at: no others need be loaded. */
export function eventsFor({
  graphs,
  segments,
}: {
  graphs: readonly CompiledGraph[];
  segments: Scene['segments'];
}): string[] {
  const asked = graphs.flatMap((graph) => [
    graph.endingNeeds,
    ...[graph.filter, ...graph.triggers.map(({ filter }) => filter)].flatMap((one) => (one ? [needsOf(one)] : [])),
    ...[...graph.nodes.values()].map(({ definition, config }) => definition.needs(config)),
  ]);
  const { events } = allNeeds([...asked, ...segments.map(({ condition }) => needsOf(condition))]);
  return [...new Set([...events, ...startingEvents(graphs), ANSWERED])];
}

/** Names of the events that may let somebody in. */
export const startingEvents = (graphs: readonly CompiledGraph[]): string[] => [
  ...new Set(graphs.flatMap(({ triggers }) => triggers.flatMap((trigger) => interestOf(trigger).events))),
];

const BY_TIME: ReadonlySet<string> = new Set(['elapsed', 'late', 'cpm', 'anniversary', 'segment', 'schedule']);

/** Whether somebody may come in to whom nothing happened. */
export const startsByTime = (graphs: readonly CompiledGraph[]): boolean =>
  graphs.some(({ triggers }) => triggers.some(({ on }) => BY_TIME.has(on)));
