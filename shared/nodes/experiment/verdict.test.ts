import { expect, test } from 'vitest';
import { verdictOn, type Figures } from './verdict.ts';

const rule = { alpha: 0.05, minimum: 100 };
const of = (...list: [judged: number, met: number][]): Figures[] =>
  list.map(([judged, met], i) => ({ port: 'abcdef'[i]!, judged, met }));

test('a clear difference is decided, a small one is not', () => {
  expect(verdictOn(of([1000, 100], [1000, 180]), rule)).toEqual({ kind: 'decided', winner: 'b' });
  expect(verdictOn(of([1000, 100], [1000, 115]), rule)).toEqual({ kind: 'undecided', because: 'too_close' });
});

test.each([
  ['nobody', of([0, 0], [0, 0])],
  ['one way has too few', of([99, 0], [5000, 2500])],
  ['hardly anybody met the goal', of([1000, 0], [1000, 9])],
  ['almost everybody met the goal', of([1000, 1000], [1000, 991])],
  ['there is one way only', of([1000, 500])],
])('it cannot tell: %s', (_, figures) => {
  expect(verdictOn(figures, rule)).toEqual({ kind: 'undecided', because: 'too_few' });
});

test('the best must beat every other way', () => {
  expect(verdictOn(of([1000, 100], [1000, 200], [1000, 198]), rule)).toMatchObject({ because: 'too_close' });
  expect(verdictOn(of([1000, 100], [1000, 200], [1000, 110]), rule)).toMatchObject({ winner: 'b' });
});

test('more ways need more evidence', () => {
  const difference: [number, number][] = [
    [1000, 100],
    [1000, 152],
  ];
  expect(verdictOn(of(...difference), rule).kind).toBe('decided');
  expect(verdictOn(of(...difference, [1000, 100], [1000, 100], [1000, 100], [1000, 100]), rule).kind).toBe('undecided');
});

/** A generator of its own, so that the test is the same every time. */
function generator(seed: number) {
  let state = seed;
  return () => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) / 2_147_483_647;
}

/** Runs an experiment, looking at it after every 50 customers of each way. */
function run(rates: readonly number[], customers: number, random: () => number) {
  const figures = rates.map((_, i) => ({ port: 'abcdef'[i]!, judged: 0, met: 0 }));
  for (let n = 1; n <= customers; n++) {
    figures.forEach((one, i) => {
      one.judged += 1;
      one.met += random() < rates[i]! ? 1 : 0;
    });
    if (n % 50 !== 0) continue;
    const verdict = verdictOn(figures, rule);
    if (verdict.kind === 'decided') return verdict.winner;
  }
  return undefined;
}

test.each([[[0.1, 0.1]], [[0.02, 0.02]], [[0.5, 0.5]], [[0.1, 0.1, 0.1, 0.1]]])(
  'where %j do not differ, looking again and again names a winner in at most 5 of 100 runs',
  (rates) => {
    const random = generator(7);
    const wrong = Array.from({ length: 400 }, () => run(rates, 5000, random)).filter(Boolean).length;
    expect(wrong / 400).toBeLessThanOrEqual(0.05);
  },
);

test('where they differ it finds the better one, hardly ever the worse', () => {
  const random = generator(11);
  const winners = Array.from({ length: 200 }, () => run([0.1, 0.14], 5000, random));
  expect(winners.filter((winner) => winner === 'b').length).toBeGreaterThan(180);
  expect(winners.filter((winner) => winner === 'a').length).toBeLessThanOrEqual(2);
});
