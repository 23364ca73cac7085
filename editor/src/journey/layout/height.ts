import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from '../doc/ports.ts';
import { fanDepth } from './fan.ts';
import { isPill } from './folds.ts';
import { CARD_HEIGHT, END_HEIGHT, FEW_WAYS, PILL_HEIGHT, WAY_ROW } from './sizes.ts';

/** Whether a node's card lists its ways out, as they are too many to be told apart by their lines alone. */
export const listsWays = (node: GraphNode): boolean => !isPill(node) && portsOf(node).length > FEW_WAYS;

/** The height of what stands for a node: known without drawing it. */
export function heightOf({ nodes }: JourneyGraph, id: NodeId): number {
  const node = nodes[id];
  if (!node) return CARD_HEIGHT;
  if (isPill(node)) return PILL_HEIGHT;
  const ways = portsOf(node).length;
  if (ways === 0) return END_HEIGHT;
  return listsWays(node) ? CARD_HEIGHT + WAY_ROW * ways : CARD_HEIGHT;
}

/** The height with the room below that the lines of a list need to part. */
export function depthOf(graph: JourneyGraph, id: NodeId): number {
  const node = graph.nodes[id];
  return heightOf(graph, id) + (node && listsWays(node) ? fanDepth(portsOf(node).length) : 0);
}
