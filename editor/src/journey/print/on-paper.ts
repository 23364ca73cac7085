import type { Size } from '../canvas/first-view.ts';
import type { Box } from '../layout/box.ts';

/** How a drawing lies on a sheet: in strips side by side, each `scale` units of the sheet per unit of the drawing. */
export interface OnPaper {
  strips: readonly Box[];
  scale: number;
}

const MOST_STRIPS = 8;
/** Between two strips, in units of the drawing. */
export const STRIP_GAP = 48;

/**
 * The largest way to put a drawing on a sheet: whole, or, where it is much longer than wide, cut between rows and set in
 * columns like a newspaper. `cuts` are the heights at which it may be cut, from the top.
 */
export function onPaper(box: Box, cuts: readonly number[], paper: Size): OnPaper {
  const ways = Array.from({ length: MOST_STRIPS }, (_, i) => {
    const strips = cutInto(box, cuts, i + 1);
    return { strips, scale: scaleOf(strips, paper) };
  });
  return ways.reduce((best, way) => (way.scale > best.scale * 1.1 ? way : best));
}

const scaleOf = (strips: readonly Box[], paper: Size): number => {
  const width = strips.reduce((sum, { left, right }) => sum + right - left + STRIP_GAP, -STRIP_GAP);
  return Math.min(paper.width / width, paper.height / Math.max(...strips.map(({ top, bottom }) => bottom - top)));
};

function cutInto({ left, top, right, bottom }: Box, cuts: readonly number[], parts: number): Box[] {
  const height = (bottom - top) / parts;
  const chosen = Array.from({ length: parts - 1 }, (_, i) => {
    const wanted = top + height * (i + 1);
    return cuts.reduce((near, cut) => (Math.abs(cut - wanted) < Math.abs(near - wanted) ? cut : near), top);
  });
  const edges = [...new Set([top, ...chosen, bottom])];
  return edges.slice(1).map((edge, i) => ({ left, right, top: edges[i] ?? top, bottom: edge }));
}
