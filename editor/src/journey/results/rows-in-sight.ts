/** Of a row of the list, in pixels; they are all alike. */
export const ROW_HEIGHT = 72;
const AROUND = 4;

/** Which rows of `count` are drawn: those in sight, and some before and behind. Both ends included. */
export function rowsInSight({ top, height, count }: { top: number; height: number; count: number }): {
  first: number;
  last: number;
} {
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - AROUND);
  const last = Math.min(count - 1, Math.ceil((top + height) / ROW_HEIGHT) + AROUND);
  return { first, last };
}
