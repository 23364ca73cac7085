import type { Layout } from '../layout.ts';
import type { Box } from '../layout/box.ts';
import type { Point, Route } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';

/** What is drawn changes only when the picture has moved by so much. */
const CELL = 400;

/** The whole cells that can be seen, as text: equal texts mean that nothing need be drawn anew. */
export function cellsInView([x, y, zoom]: readonly [number, number, number], width: number, height: number): string {
  const cell = (pixels: number) => Math.floor(pixels / zoom / CELL);
  return [cell(-x) - 1, cell(-y) - 1, cell(width - x) + 2, cell(height - y) + 2].join(' ');
}

/** The rectangle that such cells cover: what can be seen, and at least one cell around it. */
export function boxOf(cells: string): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = cells.split(' ').map((cell) => Number(cell) * CELL);
  return { left, top, right, bottom };
}

/** Whether any part of a card of this height lies in the box. */
export const holds = (box: Box, { x, y }: Point, height: number, width: number = CARD_WIDTH): boolean =>
  x < box.right && box.left < x + width && y < box.bottom && box.top < y + height;

/** The ways of which a part may be seen. */
export const waysIn = ({ routes }: Layout, box: Box): string[] =>
  [...routes.values()].filter((route) => touches(route, box)).map(({ id }) => id);

function touches({ points }: Route, box: Box): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left < box.right && box.left < right && top < box.bottom && box.top < bottom + AIR;
}

/** The ⊕ and the name of a way stand up to so far below the last corner of an open end. */
const AIR = 40;

/** The card at a point of the canvas. */
export function cardAt({ places }: Layout, { x, y }: Point): NodeId | undefined {
  for (const [id, place] of places)
    if (x >= place.x && x <= place.x + CARD_WIDTH && y >= place.y && y <= place.y + place.height) return id;
  return undefined;
}
