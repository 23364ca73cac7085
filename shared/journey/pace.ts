import type { Day } from '../time/day.ts';

/** How people have passed a node in the last eight weeks. */
export interface Pace {
  /** How many. */
  n: number;
  /** The first and the last date on which somebody did. */
  first: Day;
  last: Day;
  /** The longest run of dates in between on which nobody did. */
  longestGap: number;
}

/** Nobody passes, although somebody usually does. */
export interface Quiet {
  /** The last date on which somebody passed. */
  since: Day;
  /** How many passed a day, usually. */
  usual: number;
}

const FEWEST = 20;
const SHORTEST = 14;
/** So many would have been expected: that nobody came has then a chance below 0.14 % (e⁻⁶·⁶, which is 3σ). */
const EXPECTED = 6.6;

/**
 * Whether nobody passes where people usually do: none since so many whole days that it is no chance, and longer than
 * ever in these weeks (who passes on Mondays only is not late on Friday). Undefined where it is not so, or cannot be told.
 */
export function quietOf({ n, first, last, longestGap }: Pace, today: Day): Quiet | undefined {
  const days = last - first + 1;
  if (n < FEWEST || days < SHORTEST) return undefined;
  const quiet = today - last - 1; // whole days; today may still bring somebody
  const usual = n / days;
  return quiet > longestGap && quiet * usual >= EXPECTED ? { since: last, usual } : undefined;
}
