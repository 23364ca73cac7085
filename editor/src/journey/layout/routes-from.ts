import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from '../doc/ports.ts';
import type { Place } from '../layout.ts';
import { fanDepth, leaving } from './fan.ts';
import { isPill } from './folds.ts';
import { listsWays } from './height.ts';
import { routeOf, type Route } from './routes.ts';
import { CARD_WIDTH } from './sizes.ts';

/** Where everything stands when the lines are drawn. */
export interface Standing {
  places: Map<NodeId, Place>;
  /** Per node and port, how far beside the node the way goes down. */
  lanes: Map<NodeId, ReadonlyMap<string, number>>;
  /** Nodes into which more than one way leads. */
  merges: Set<NodeId>;
}

const TOGETHER = { dx: 0, dip: 0 };

/** The lines that leave one node, in the order of its ports. */
export function routesFrom({ nodes }: JourneyGraph, id: NodeId, { places, lanes, merges }: Standing): Route[] {
  const [node, place] = [nodes[id], places.get(id)];
  if (!node || !place) return [];
  const middle = place.x + CARD_WIDTH / 2;
  const ports = portsOf(node);
  const isList = listsWays(node);
  const room = isList ? fanDepth(ports.length) : 0;
  return ports.map(({ id: port }, at) => {
    const { dx, dip } = isList ? leaving(at, ports.length) : TOGETHER;
    const out = { x: middle + dx, y: place.y + place.height };
    const target = node.next[port] ?? null;
    const reached = target === null ? undefined : places.get(target);
    const to = reached ? target : null;
    const into = reached && { x: reached.x + CARD_WIDTH / 2, y: reached.y };
    const lane = middle + (lanes.get(id)?.get(port) ?? 0);
    const isFolded = isPill(node) || (to !== null && isPill(nodes[to]!));
    const isNamed = ports.length > 1 && !isFolded;
    const folds = isNamed && to !== null && !merges.has(to);
    return {
      ...routeOf({ from: { node: id, port }, to, out, dip, room, lane, into, isNamed }),
      folds,
      inserts: !isFolded,
    };
  });
}
