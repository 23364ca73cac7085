import type { Condition } from '../conditions/condition.ts';
import { leavesOf, nodesCountedFrom, segmentsIn } from '../conditions/parts.ts';
import type { AnyNode } from '../nodes/registry.ts';
import type { Surroundings } from '../nodes/define-node.ts';
import type { JourneyGraph, NodeId } from './graph.ts';
import { problem, type Problem } from './problem.ts';

/** What the conditions inside a node's configuration mention and does not exist, or cannot be judged yet. */
export const conditionProblems = (
  graph: JourneyGraph,
  id: NodeId,
  definition: AnyNode,
  config: Record<string, unknown>,
  around: Surroundings,
): Problem[] =>
  (definition.conditions?.(config) ?? []).flatMap(({ path, condition }) => [
    ...missingSegments(condition, around).map((key) =>
      problem('E14', { ja: `セグメント「${key}」がありません。`, en: `There is no segment “${key}”.` }, id, { path }),
    ),
    ...missingNodes(condition, graph).map((node) => {
      const ja = `条件が数え始める手順「${node}」がありません。`;
      return problem('E14', { ja, en: `A condition counts from the node “${node}”, which does not exist.` }, id, {
        path,
      });
    }),
    ...unknown(condition).map((what) => {
      const ja = `条件「${what}」はこのバージョンではまだ使えません。`;
      return problem('E16', { ja, en: `The condition “${what}” cannot be used in this version yet.` }, id, { path });
    }),
  ]);

const missingSegments = (condition: Condition, { segments }: Surroundings) =>
  segments ? [...new Set(segmentsIn(condition))].filter((key) => !segments.has(key)) : [];

const missingNodes = (condition: Condition, graph: JourneyGraph) =>
  [...new Set(nodesCountedFrom(condition))].filter((node) => !graph.nodes[node]);

/** Conditions that are part of the graph's form but that this version cannot judge. */
const unknown = (condition: Condition): string[] =>
  leavesOf(condition).flatMap((leaf) => {
    if ('cpm' in leaf) return ['cpm'];
    return 'message' in leaf && leaf.message !== 'sent' ? [leaf.message] : [];
  });
