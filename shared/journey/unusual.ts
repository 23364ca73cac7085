/** So many of so many. */
export interface Part {
  of: number;
  n: number;
}

/** Below this no share is said; up to `ABOUT` it is said with “about”. */
export const FEWEST = 30;
export const ABOUT = 100;

/** Weeks that say what is usual, of those looked back at. */
const FEWEST_WEEKS = 4;
export const WEEKS_BACK = 8;
const SIGMAS = 3;

/** A share, and how surely it can be said. */
export type Share = { share: number; isAbout: boolean };

/** The share that may be shown; undefined where too few were counted. */
export function shareOf({ of, n }: Part): Share | undefined {
  return of < FEWEST ? undefined : { share: n / of, isAbout: of < ABOUT };
}

/** A share that is other than usual. */
export interface Unusual {
  way: 'low' | 'high';
  now: number;
  usual: number;
}

/**
 * Whether a share lies more than 3σ beside the mean of the weeks before. σ is how much the weeks differ, or what chance
 * alone does to so few people, whichever is more: a small number is never called unusual for being small. Undefined where
 * it is not, or where less than four weeks (of 30 people) say what is usual.
 */
export function unusual(now: Part, weeks: readonly Part[]): Unusual | undefined {
  const known = weeks.filter(({ of }) => of >= FEWEST);
  if (now.of < FEWEST || known.length < FEWEST_WEEKS) return undefined;
  const shares = known.map(({ of, n }) => n / of);
  const usual = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - usual) ** 2, 0) / (shares.length - 1);
  const [all, met] = [known.reduce((sum, { of }) => sum + of, 0), known.reduce((sum, { n }) => sum + n, 0)];
  const p = (met + 1) / (all + 2); // never quite 0 or 1: one exception among many is no news
  const sigma = Math.max(Math.sqrt(variance), Math.sqrt((p * (1 - p)) / now.of));
  const share = now.n / now.of;
  if (Math.abs(share - usual) <= SIGMAS * sigma) return undefined;
  return { way: share < usual ? 'low' : 'high', now: share, usual };
}
