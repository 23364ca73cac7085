import type { Layout, Place } from '../layout.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './sizes.ts';

/** A rectangle of the canvas. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The rectangle of one card. */
export const boxAt = ({ x, y, height }: Place): Box => ({ left: x, top: y, right: x + CARD_WIDTH, bottom: y + height });

/** The smallest rectangle around all cards and open ends. */
export function boundsOf({ places, routes }: Layout): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const take = (left: number, top: number, right: number, bottom: number) => {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  };
  for (const { x, y, height } of places.values()) take(x, y, x + CARD_WIDTH, y + height);
  for (const { to, plus } of routes.values()) if (to === null) take(plus.x - 16, plus.y - 16, plus.x + 16, plus.y + 16);
  return box.left === Infinity ? { left: 0, top: 0, right: CARD_WIDTH, bottom: CARD_HEIGHT } : box;
}
