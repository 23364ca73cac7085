import { CARD_WIDTH, FAN_GAP } from './sizes.ts';

/** Where one of many lines leaves its card: sideways from the middle of the card, and how far down it turns later. */
export interface Leaving {
  dx: number;
  dip: number;
}

const EDGE = 28;

/** How far the lines of a list with so many ways need to part. */
export const fanDepth = (ways: number): number => (Math.ceil(ways / 2) - 1) * FAN_GAP;

/**
 * Where the line of way `at` of `ways` leaves a list: side by side along the lower edge, in the order of the rows. The
 * outermost turn first and the inner ones below them, so that no two cross or lie on each other.
 */
export function leaving(at: number, ways: number): Leaving {
  const step = (CARD_WIDTH - 2 * EDGE) / (ways - 1);
  const fromEdge = Math.min(at, ways - 1 - at);
  return { dx: Math.round(EDGE - CARD_WIDTH / 2 + at * step), dip: fromEdge * FAN_GAP };
}
