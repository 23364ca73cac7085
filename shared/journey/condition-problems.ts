import { checkCondition } from '../conditions/check.ts';
import type { Condition } from '../conditions/condition.ts';
import { nodesCountedFrom, ranksIn, segmentsIn } from '../conditions/parts.ts';
import type { AnyNode } from '../nodes/registry.ts';
import type { Surroundings } from '../nodes/define-node.ts';
import type { JourneyGraph, NodeId } from './graph.ts';
import { problem, type Problem } from './problem.ts';

/** What the conditions inside a node's configuration mention and does not exist, or cannot be judged. */
export const conditionProblems = (
  graph: JourneyGraph,
  id: NodeId,
  definition: AnyNode,
  config: Record<string, unknown>,
  around: Surroundings,
): Problem[] =>
  (definition.conditions?.(config) ?? []).flatMap(({ path, condition }) =>
    problemsIn(condition, graph, around, { node: id, path }),
  );

/** The same for the goal and the exit conditions in the journey's settings. */
export const endingProblems = (graph: JourneyGraph, around: Surroundings): Problem[] => {
  const { goal, exitWhen = [] } = graph.settings;
  return [
    ...(goal ? problemsIn(goal, graph, around, { path: 'goal' }) : []),
    ...exitWhen.flatMap((when, i) => problemsIn(when, graph, around, { path: `exitWhen.${i}` })),
  ];
};

interface Place {
  node?: NodeId;
  path: string;
}

const problemsIn = (condition: Condition, graph: JourneyGraph, around: Surroundings, { node, path }: Place) => [
  ...missingSegments(condition, around).map((key) => {
    const ja = `セグメント「${key}」がありません。`;
    return problem('E14', { ja, en: `There is no segment “${key}”.` }, node, { path });
  }),
  ...missingRanks(condition, around).map((rank) => {
    const ja = `CPMランク「${rank}」がありません。`;
    return problem('E14', { ja, en: `There is no CPM rank “${rank}”.` }, node, { path });
  }),
  ...missingNodes(condition, graph).map((from) => {
    const ja = `条件が数え始める手順「${from}」がありません。`;
    return problem('E14', { ja, en: `A condition counts from the node “${from}”, which does not exist.` }, node, {
      path,
    });
  }),
  ...checkCondition(condition, { inJourney: true }).map(({ message, path: inside }) =>
    problem('E08', message, node, { path: inside === '' ? path : `${path}.${inside}` }),
  ),
];

const missingSegments = (condition: Condition, { segments }: Surroundings) =>
  segments ? [...new Set(segmentsIn(condition))].filter((key) => !segments.has(key)) : [];

const missingRanks = (condition: Condition, { ranks }: Surroundings) =>
  ranks ? ranksIn(condition).filter((rank) => !ranks.has(rank)) : [];

const missingNodes = (condition: Condition, graph: JourneyGraph) =>
  [...new Set(nodesCountedFrom(condition))].filter((node) => !graph.nodes[node]);
