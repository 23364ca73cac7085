import type { CohortCounts, CohortLine } from '@tabiji/shared/api/cohort.ts';
import { expect, test } from 'vitest';
import { doneOf, expectedOf } from './expected.ts';

const counts = (entered: number, letters: Record<string, number>, perDay: number[]): CohortCounts => ({
  entered,
  refused: {},
  ended: {},
  inside: 0,
  exits: {},
  nodes: {},
  edges: {},
  mails: { sent: Object.values(letters).reduce((sum, n) => sum + n, 0), skipped: 0, capped: 0, heldAtNight: 0 },
  letters,
  perDay: perDay.map((sent, i) => ({ date: `2026-04-0${i + 1}`, sent, estimated: 0 })),
  parked: 0,
});
const line = (draft: CohortCounts, published: CohortCounts | null): CohortLine => ({
  done: false,
  people: 200,
  sampled: null,
  error: null,
  run: 50,
  knownUntil: '2026-04-01T00:00:00Z',
  draft,
  published,
  ms: 1,
});

test('mails per letter beside those of the published version, most first; a letter that falls away is told', () =>
  expect(expectedOf(line(counts(10, { a: 3, b: 7 }, [4, 6]), counts(9, { a: 5, c: 1 }, [6])))).toEqual({
    entered: { key: 'entered', draft: 10, published: 9 },
    sent: { key: 'sent', draft: 10, published: 6 },
    peak: { date: '2026-04-02', sent: 6, estimated: 0 },
    letters: [
      { key: 'b', draft: 7, published: 0 },
      { key: 'a', draft: 3, published: 5 },
      { key: 'c', draft: 0, published: 1 },
    ],
  }));

test('nothing published, nothing sent', () =>
  expect(expectedOf(line(counts(0, {}, []), null))).toEqual({
    entered: { key: 'entered', draft: 0, published: null },
    sent: { key: 'sent', draft: 0, published: null },
    peak: undefined,
    letters: [],
  }));

test('how far it is: of everybody, or of the sample', () => {
  const one = line(counts(0, {}, []), null);
  expect(doneOf(one)).toBe(25);
  expect(doneOf({ ...one, sampled: 100 })).toBe(50);
  expect(doneOf({ ...one, people: 0 })).toBe(100);
  expect(doneOf({ ...one, done: true, run: 199 })).toBe(100);
});
