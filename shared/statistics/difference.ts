/** One group of people: how many, and of the value that is compared, its mean and its variance. */
export interface Sample {
  people: number;
  mean: number;
  variance: number;
}

/** Shares are values of 0 and 1. */
export const shareOf = (met: number, people: number): Sample => {
  const mean = people === 0 ? 0 : met / people;
  return { people, mean, variance: mean * (1 - mean) };
};

/** Amounts per person, from their sum and the sum of their squares. */
export const amountOf = (people: number, sum: number, squares: number): Sample => {
  const mean = people === 0 ? 0 : sum / people;
  return { people, mean, variance: people < 2 ? 0 : Math.max(0, (squares - people * mean ** 2) / (people - 1)) };
};

/** Between which two values a difference lies. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The variance of the difference of two means: of both groups together, as if they were the same, or of each by itself,
 * whichever is larger, so that groups of different sizes promise nothing too good.
 */
export function varianceOf(a: Sample, b: Sample): number {
  const people = a.people + b.people;
  const mean = (a.mean * a.people + b.mean * b.people) / people;
  const within = (one: Sample) => one.people * (one.variance + (one.mean - mean) ** 2);
  const together = (within(a) + within(b)) / people;
  return Math.max(together * (1 / a.people + 1 / b.people), a.variance / a.people + b.variance / b.people);
}

/**
 * Half the width of the interval around a difference. Turned round from the mixture sequential probability ratio test
 * (docs/decisions/0012): it holds at every moment at once with a chance of 1 − `alpha`, however often one looks.
 * @param expected how large a difference is expected to be, in the unit of the value
 */
export function halfWidth(variance: number, { alpha, expected }: { alpha: number; expected: number }): number {
  if (variance === 0) return 0;
  const spread = expected ** 2;
  const sum = variance + spread;
  return Math.sqrt(((2 * variance * sum) / spread) * (Math.log(1 / alpha) + Math.log(sum / variance) / 2));
}

/** By how much `a` is above `b`, and the interval around it. */
export function differenceOf(
  a: Sample,
  b: Sample,
  how: { alpha: number; expected: number },
): Interval & { difference: number } {
  const difference = a.mean - b.mean;
  const half = halfWidth(varianceOf(a, b), how);
  return { difference, low: difference - half, high: difference + half };
}

/** Beyond so many times the people of now, more of them are no advice. */
const MOST_TIMES = 1000;

/**
 * How many times as many people it takes until a difference as large as the present one could be told from none, if it
 * stays; null: not within reason. 1: it can be told now.
 */
export function timesAsMany(a: Sample, b: Sample, how: { alpha: number; expected: number }): number | null {
  const difference = Math.abs(a.mean - b.mean);
  const variance = varianceOf(a, b);
  const isTold = (times: number) => difference > halfWidth(variance / times, how);
  if (difference === 0 || !isTold(MOST_TIMES)) return null;
  let [few, many] = [1, MOST_TIMES];
  if (isTold(few)) return 1;
  while (many / few > 1.01) {
    const middle = Math.sqrt(few * many);
    if (isTold(middle)) many = middle;
    else few = middle;
  }
  return many;
}
