import { expect, test } from 'vitest';
import { amountOf, differenceOf, halfWidth, shareOf, timesAsMany, type Sample } from './difference.ts';

/** mulberry32: the same numbers for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SHARES = { alpha: 0.05, expected: 0.05 };
const LOOKS = 20;

/** In how many of a hundred runs the true difference was outside the interval at any of the looks. */
function misses(
  runs: number,
  draw: (random: () => number) => { value: (group: 0 | 1) => number; truth: number; control: number },
  expectedOf: (a: Sample, b: Sample) => number,
): number {
  let missed = 0;
  for (let run = 0; run < runs; run++) {
    const random = chanceFrom(run + 1);
    const { value, truth, control } = draw(random);
    const sums = [0, 1].map(() => ({ people: 0, sum: 0, squares: 0 }));
    let isOut = false;
    for (let look = 0; look < LOOKS; look++) {
      for (let i = 0; i < 400; i++) {
        const group = random() < control ? 1 : 0;
        const amount = value(group);
        const sum = sums[group]!;
        sum.people++;
        sum.sum += amount;
        sum.squares += amount ** 2;
      }
      const [a, b] = sums.map(({ people, sum, squares }) => amountOf(people, sum, squares)) as [Sample, Sample];
      if (b.people < 20) continue;
      const { low, high } = differenceOf(a, b, { alpha: 0.05, expected: expectedOf(a, b) });
      isOut ||= truth < low || truth > high;
    }
    if (isOut) missed++;
  }
  return (100 * missed) / runs;
}

test.each([
  ['equal shares', 0.1, 0.1, 0.5],
  ['a share of three to two', 0.15, 0.1, 0.5],
  ['rare ones', 0.02, 0.02, 0.5],
  ['a small group kept out', 0.12, 0.08, 0.1],
])('of %s, looked at twenty times, the interval misses the truth in at most 5 of 100 runs', (_name, p, q, control) => {
  const draw = (random: () => number) => ({
    value: (group: 0 | 1) => (random() < (group === 0 ? p : q) ? 1 : 0),
    truth: p - q,
    control,
  });
  expect(misses(300, draw, () => SHARES.expected)).toBeLessThanOrEqual(5);
});

test.each([
  ['equal ones', 0.1, 0.1, 0.5],
  ['more buyers', 0.14, 0.1, 0.5],
  ['a small group kept out', 0.12, 0.1, 0.1],
])(
  'of amounts with a long tail, %s, the interval misses the truth in at most 5 of 100 runs',
  (_name, p, q, control) => {
    const draw = (random: () => number) => {
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const order = () => 4000 * Math.exp(0.6 * normal());
      return {
        value: (group: 0 | 1) => (random() < (group === 0 ? p : q) ? order() : 0),
        truth: (p - q) * 4000 * Math.exp(0.18),
        control,
      };
    };
    const sixth = (a: Sample, b: Sample) => Math.sqrt(Math.max(a.variance, b.variance)) / 6;
    expect(misses(300, draw, sixth)).toBeLessThanOrEqual(5);
  },
);

test('the test that misses is not one that never decides: a clear difference is told within 8,000 people', () => {
  const { low } = differenceOf(shareOf(600, 4000), shareOf(400, 4000), SHARES);
  expect(low).toBeGreaterThan(0);
});

test('so many times as many people tell the difference, and fewer do not', () => {
  const [a, b] = [shareOf(60, 500), shareOf(48, 500)];
  const times = timesAsMany(a, b, SHARES)!;
  expect(times).toBeGreaterThan(1);
  const at = (n: number) => differenceOf(shareOf(60 * n, 500 * n), shareOf(48 * n, 500 * n), SHARES).low;
  expect(at(times * 1.02)).toBeGreaterThan(0);
  expect(at(times / 1.05)).toBeLessThan(0);
  expect(timesAsMany(shareOf(600, 4000), shareOf(400, 4000), SHARES)).toBe(1);
  expect(timesAsMany(shareOf(50, 500), shareOf(50, 500), SHARES)).toBeNull();
  expect(halfWidth(0, SHARES)).toBe(0);
});
