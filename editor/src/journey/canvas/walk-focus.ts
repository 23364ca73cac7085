import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Layout } from '../layout.ts';

export type Step = 'up' | 'down' | 'left' | 'right' | 'start' | 'openEnd';

/**
 * Where an arrow key leads: along the flow as it is drawn, folded branches included, and sideways to the next card of the
 * same row. Undefined: nowhere.
 */
export function walkFrom(graph: JourneyGraph, layout: Layout, from: NodeId, step: Step): NodeId | undefined {
  const here = layout.places.get(from);
  if (!here) return graph.nodes[graph.start] ? graph.start : undefined;
  const distance = (id: NodeId) => Math.abs((layout.places.get(id)?.x ?? 0) - here.x);
  const routes = [...layout.routes.values()];
  switch (step) {
    case 'start':
      return graph.start;
    case 'down':
      return routes.find((route) => route.from.node === from && route.to !== null)?.to ?? undefined;
    case 'up':
      return routes
        .filter(({ to }) => to === from)
        .map((route) => route.from.node)
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
