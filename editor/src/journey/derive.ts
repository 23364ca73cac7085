import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Layout } from './layout.ts';
import type { Point } from './layout/routes.ts';
import { CARD_WIDTH } from './layout/sizes.ts';

/** Something placed on the canvas; looks up what it shows by `data.id`. */
export interface FlowNode {
  id: string;
  type: 'card' | 'pill' | 'tray';
  position: Point;
  width: number;
  height: number;
  data: { id: string };
}

/**
 * What the canvas places, beside the lines. Objects whose place and kind did not change keep their identity from one
 * call to the next, so that only what moved is drawn again. One deriver per open journey.
 */
export function createDeriver(): (layout: Layout) => readonly FlowNode[] {
  let before = new Map<string, FlowNode>();
  return ({ places, tray, pills }) => {
    const now = new Map<string, FlowNode>();
    const keep = (node: FlowNode) => now.set(node.id, same(before.get(node.id), node) ?? node);
    for (const [id, { x, y, height }] of places) keep(nodeOf(pills.has(id) ? 'pill' : 'card', id, { x, y }, height));
    if (tray) keep(nodeOf('tray', ' tray', tray, 32));
    before = now;
    return [...now.values()];
  };
}

const nodeOf = (type: FlowNode['type'], id: NodeId, position: Point, height: number): FlowNode => ({
  id,
  type,
  position,
  width: CARD_WIDTH,
  height,
  data: { id },
});

const same = (a: FlowNode | undefined, b: FlowNode): FlowNode | undefined =>
  a && a.type === b.type && a.height === b.height && a.position.x === b.position.x && a.position.y === b.position.y
    ? a
    : undefined;
