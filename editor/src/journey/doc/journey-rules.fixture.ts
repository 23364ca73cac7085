import { findCycle } from '@tabiji/shared/journey/cycle.ts';
import { GraphNode, JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Layout } from '../layout.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';

/** What is wrong with a journey that commands have made of a right one. Nodes that are as in `before` are taken as read. */
export function faultsOf(graph: JourneyGraph, before?: JourneyGraph): string[] {
  const { nodes, ...rest } = graph;
  const faults: string[] = [];
  if (!JourneyGraph.safeParse({ ...rest, nodes: {} }).success) faults.push('the journey does not parse');
  for (const [id, node] of Object.entries(nodes)) {
    if (node === before?.nodes[id]) continue;
    if (!GraphNode.safeParse(node).success) faults.push(`${id} does not parse`);
  }
  for (const [id, { next }] of Object.entries(nodes))
    for (const [port, to] of Object.entries(next)) if (to && !nodes[to]) faults.push(`${id}:${port} leads to ${to}`);
  const circle = findCycle(graph);
  if (circle) faults.push(`a circle: ${circle.join(' ')}`);
  const starts = Object.entries(nodes).filter(([, { type }]) => type === 'start');
  if (starts.length !== 1 || starts[0]?.[0] !== graph.start) faults.push('not one start');
  return faults;
}

/** Pairs of cards that lie over one another. */
export function overlapsIn({ places }: Layout): string[] {
  const cards = [...places].toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x);
  return cards.flatMap(([id, one], i) => {
    const found: string[] = [];
    for (const [other, two] of cards.slice(i + 1)) {
      if (two.y >= one.y + one.height) break;
      if (one.x < two.x + CARD_WIDTH && two.x < one.x + CARD_WIDTH) found.push(`${id} × ${other}`);
    }
    return found;
  });
}
