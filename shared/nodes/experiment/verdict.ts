import { differenceOf, shareOf, timesAsMany, varianceOf, type Interval } from '../../statistics/difference.ts';

/** What is known of one way: how many customers were judged, and how many of them met the goal. */
export interface Figures {
  port: string;
  judged: number;
  met: number;
}

export type Verdict =
  | { kind: 'decided'; winner: string }
  /** It cannot be told: nobody or too few were judged, or the difference may be chance. */
  | { kind: 'undecided'; because: 'too_few' | 'too_close' };

/** How large a difference of two shares is expected to be, as the standard deviation of the mixture. */
export const EXPECTED = 0.05;
/** Of those who met the goal and of those who did not; below it the normal approximation does not hold. */
const LEAST_OF_EACH = 10;

/**
 * Which way is best, if that can be told. The mixture sequential probability ratio test for two shares with a normal
 * mixture (Robbins 1970; Johari, Koomen, Pekelis, Walsh, "Always Valid Inference", Operations Research 70(3), 2022):
 * it may be looked at as often as one likes, and still names a wrong winner with a chance of at most `alpha`.
 * The best way must beat every other one, each pair tested at `alpha` ÷ number of pairs (Bonferroni).
 * @param minimum judged customers that every way must have
 */
export function verdictOn(
  figures: readonly Figures[],
  { alpha, minimum }: { alpha: number; minimum: number },
): Verdict {
  if (figures.length < 2 || figures.some(({ judged }) => judged < minimum)) return undecided('too_few');
  const met = figures.reduce((sum, one) => sum + one.met, 0);
  const not = figures.reduce((sum, one) => sum + one.judged - one.met, 0);
  if (met < LEAST_OF_EACH || not < LEAST_OF_EACH) return undecided('too_few');
  const pairs = (figures.length * (figures.length - 1)) / 2;
  const best = figures.reduce((a, b) => (rateOf(b) > rateOf(a) ? b : a));
  const others = figures.filter((one) => one !== best);
  const isBest = others.every((other) => rateOf(best) > rateOf(other) && likelihood(best, other) >= pairs / alpha);
  return isBest ? { kind: 'decided', winner: best.port } : undecided('too_close');
}

const undecided = (because: 'too_few' | 'too_close'): Verdict => ({ kind: 'undecided', because });

export const rateOf = ({ judged, met }: Figures): number => (judged === 0 ? 0 : met / judged);

/** How much better "they differ" explains two shares than "they are the same". */
function likelihood(a: Figures, b: Figures): number {
  const variance = varianceOf(shareOf(a.met, a.judged), shareOf(b.met, b.judged));
  if (variance === 0) return 0;
  const spread = EXPECTED ** 2;
  const difference = rateOf(a) - rateOf(b);
  return (
    Math.sqrt(variance / (variance + spread)) *
    Math.exp((spread * difference ** 2) / (2 * variance * (variance + spread)))
  );
}

/**
 * How far the best way so far lies above another one, with the interval that belongs to the verdict: where it is decided,
 * the interval is above 0. `times`: how many times as many judged customers it takes, if the difference stays as it is.
 */
export function aheadOf(
  best: Figures,
  other: Figures,
  { alpha, ways }: { alpha: number; ways: number },
): Interval & { difference: number; times: number | null } {
  const how = { alpha: alpha / ((ways * (ways - 1)) / 2), expected: EXPECTED };
  const samples = [shareOf(best.met, best.judged), shareOf(other.met, other.judged)] as const;
  return { ...differenceOf(...samples, how), times: timesAsMany(...samples, how) };
}
