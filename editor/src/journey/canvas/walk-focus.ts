import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsInto, portsOf } from '../doc/ports.ts';
import type { Layout } from '../layout.ts';

export type Step = 'up' | 'down' | 'left' | 'right' | 'start' | 'openEnd';

/** Where an arrow key leads: along the flow, sideways to the next card of the same row. Undefined: nowhere. */
export function walkFrom(graph: JourneyGraph, layout: Layout, from: NodeId, step: Step): NodeId | undefined {
  const node = graph.nodes[from];
  const here = layout.places.get(from);
  if (!node || !here) return graph.nodes[graph.start] ? graph.start : undefined;
  const distance = (id: NodeId) => Math.abs((layout.places.get(id)?.x ?? 0) - here.x);
  switch (step) {
    case 'start':
      return graph.start;
    case 'down':
      return (
        portsOf(node)
          .map(({ id }) => node.next[id])
          .find((target) => target !== null && target !== undefined && layout.places.has(target)) ?? undefined
      );
    case 'up':
      return portsInto(graph, from)
        .map(({ node: id }) => id)
        .toSorted((a, b) => distance(a) - distance(b))[0];
    case 'openEnd':
      return nextOpenEnd(layout, from);
    case 'left':
    case 'right': {
      const sign = step === 'right' ? 1 : -1;
      const row = [...layout.places].filter(([, { x, y }]) => y === here.y && (x - here.x) * sign > 0);
      return row.map(([id]) => id).toSorted((a, b) => distance(a) - distance(b))[0];
    }
  }
}

/** The next node, in reading order after this one, with a way that leads nowhere yet. */
function nextOpenEnd({ routes, places }: Layout, from: NodeId): NodeId | undefined {
  const order = [...places.keys()];
  const open = [...new Set([...routes.values()].filter(({ to }) => to === null).map(({ from: { node } }) => node))];
  const here = order.indexOf(from);
  return open.find((id) => order.indexOf(id) > here) ?? open[0];
}
