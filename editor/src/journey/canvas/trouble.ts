import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Problem } from '@tabiji/shared/journey/problem.ts';

/** What a card shows of the problems of its node. */
export interface Trouble {
  worst: Problem['severity'];
  /** Whether something is missing inside the node itself, not only behind it. */
  isUnset: boolean;
}

const sorted = new WeakMap<readonly Problem[], ReadonlyMap<NodeId, Trouble>>();

/** The trouble of one node. All are sorted once per list: hundreds of cards ask after every change. */
export function troubleOf(problems: readonly Problem[], id: NodeId): Trouble | undefined {
  let byNode = sorted.get(problems);
  if (!byNode) sorted.set(problems, (byNode = sort(problems)));
  return byNode.get(id);
}

function sort(problems: readonly Problem[]): ReadonlyMap<NodeId, Trouble> {
  const byNode = new Map<NodeId, Trouble>();
  for (const { node, severity, port } of problems) {
    if (node === undefined) continue;
    const before = byNode.get(node);
    const worst = severity === 'error' || before?.worst === 'error' ? 'error' : 'warning';
    byNode.set(node, { worst, isUnset: before?.isUnset === true || port === undefined });
  }
  return byNode;
}
