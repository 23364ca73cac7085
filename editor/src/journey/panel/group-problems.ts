import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Problem } from '@tabiji/shared/journey/problem.ts';

/** What is wrong with one step; `node` is missing for what concerns the whole journey. */
export interface ProblemGroup {
  node: NodeId | undefined;
  problems: Problem[];
}

/** Problems by step: steps with errors first, then as they were found; inside a step errors first. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<NodeId | undefined, Problem[]>();
  for (const each of problems) groups.set(each.node, [...(groups.get(each.node) ?? []), each]);
  return [...groups]
    .map(([node, own]) => ({ node, problems: own.toSorted(worstFirst) }))
    .toSorted((a, b) => worstFirst(a.problems[0]!, b.problems[0]!));
}

const worstFirst = (a: Problem, b: Problem) => a.severity.localeCompare(b.severity);
