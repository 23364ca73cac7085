import type { Box } from '../layout/box.ts';

/** Of a window, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** How far the picture has moved, and its size. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

const AIR = 40;

/** Above the first card: a strip may lie over the canvas there. */
const HEAD = 72;

/** Small enough for every journey to be seen whole. */
export const MIN_ZOOM = 0.005;

/** Everything if it can be read; otherwise the beginning, at a size that can. */
export function firstView(all: Box, { width, height }: Size): View {
  const [wide, high] = [all.right - all.left, all.bottom - all.top];
  const fitting = Math.min((width - 2 * AIR) / wide, (height - HEAD - AIR) / high);
  const zoom = Math.min(1, Math.max(0.85, fitting));
  const x = width / 2 - (all.left + wide / 2) * zoom;
  const left = wide * zoom > width ? width / 2 : x;
  return { x: left, y: HEAD - all.top * zoom, zoom };
}

/** The box in the middle of the window, as large as it goes in, at most 1:1. */
export function viewOf({ left, top, right, bottom }: Box, { width, height }: Size, air = AIR): View {
  const fitting = Math.min((width - 2 * air) / (right - left), (height - 2 * air) / (bottom - top));
  const zoom = Math.min(1, Math.max(MIN_ZOOM, fitting));
  return { x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom, zoom };
}

/** The same size, moved as little as needed to show a card wholly. */
export function viewWith(view: View, { left, top, right, bottom }: Box, { width, height }: Size): View {
  const { x, y, zoom } = view;
  const dx = need(left * zoom + x, right * zoom + x, width);
  const dy = need(top * zoom + y, bottom * zoom + y, height);
  return { x: x + dx, y: y + dy, zoom };
}

/** How far something from `low` to `high` must move to lie within `size`, with some air. */
export function need(low: number, high: number, size: number): number {
  const air = 24;
  if (low < air || high - low > size - 2 * air) return air - low;
  return high > size - air ? size - air - high : 0;
}
