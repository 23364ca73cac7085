import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from '../doc/ports.ts';
import { isPill } from './folds.ts';
import { CARD_HEIGHT, END_HEIGHT, PILL_HEIGHT } from './sizes.ts';

/** The height of what stands for a node: known without drawing it. */
export function heightOf({ nodes }: JourneyGraph, id: NodeId): number {
  const node = nodes[id];
  if (!node) return CARD_HEIGHT;
  if (isPill(node)) return PILL_HEIGHT;
  return portsOf(node).length === 0 ? END_HEIGHT : CARD_HEIGHT;
}
