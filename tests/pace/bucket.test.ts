import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bucket, EMPTY_BUCKET, opensAt, roomIn, shape, take } from '@tabiji/shared/sending/bucket.ts';

const MINUTE = 60_000;
const at = (now: number) => ({ now, today: Math.floor(now / 86_400_000) });
const NOON = Date.parse('2026-05-11T12:00:00Z');

/** Takes as much as there is room for, up to what each asker wants. */
function play(perMinute: number, askers: readonly { after: number; wants: number }[]): { at: number; mails: number }[] {
  const limit = { perMinute, perDay: null };
  let bucket: Bucket = EMPTY_BUCKET;
  let now = NOON;
  return askers.map(({ after, wants }) => {
    now += after;
    const mails = Math.min(wants, roomIn(bucket, limit, at(now)));
    bucket = take(bucket, limit, at(now), mails);
    return { at: now, mails };
  });
}

const askers = fc.array(
  fc.record({ after: fc.integer({ min: 500, max: 2000 }), wants: fc.integer({ min: 0, max: 400 }) }),
  {
    minLength: 100,
    maxLength: 120,
  },
);

test('no minute, wherever it begins, has more mails than its limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), askers, (perMinute, asked) => {
      const taken = play(perMinute, asked);
      for (const { at: from } of taken) {
        const within = taken.filter((one) => one.at >= from && one.at < from + MINUTE);
        expect(within.reduce((sum, { mails }) => sum + mails, 0)).toBeLessThanOrEqual(perMinute);
      }
    }),
    { numRuns: 300 },
  );
});

test('whoever asks often enough gets what was promised, but for the tokens a bucket holds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (perMinute) => {
      const taken = play(
        perMinute,
        Array.from({ length: 12_000 }, () => ({ after: 50, wants: 1000 })),
      );
      const { holds } = shape(perMinute);
      const mails = taken.reduce((sum, one) => sum + one.mails, 0);
      expect(mails).toBeGreaterThanOrEqual(Math.floor((perMinute - holds + 1) * 9.9));
    }),
    { numRuns: 30 },
  );
});

test('there is room again when it says so, and none before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 400 }), (perMinute, later) => {
      const limit = { perMinute, perDay: null };
      const now = NOON + later;
      const bucket = take(EMPTY_BUCKET, limit, at(now), roomIn(EMPTY_BUCKET, limit, at(now)));
      const opens = opensAt(bucket, limit, at(now), NOON + 86_400_000);
      expect(roomIn(bucket, limit, at(opens - 1))).toBe(0);
      expect(roomIn(bucket, limit, at(opens + 1))).toBeGreaterThan(0);
    }),
  );
});

test('a clock that is put back by an hour shuts nothing for an hour', () => {
  const limit = { perMinute: 60, perDay: null };
  const bucket = take(EMPTY_BUCKET, limit, at(NOON), 6);
  const before = NOON - 3_600_000;
  expect(roomIn(bucket, limit, at(before))).toBe(0);
  const next = take(bucket, limit, at(before), 0);
  expect(roomIn(next, limit, at(before + 1100))).toBe(1);
});

test('a clock that is put forward gives a full bucket and no more', () => {
  const limit = { perMinute: 60, perDay: null };
  const bucket = take(EMPTY_BUCKET, limit, at(NOON), 6);
  expect(roomIn(bucket, limit, at(NOON + 30 * 86_400_000))).toBe(6);
});

test('a day has no more than its mails, and the next one begins at midnight', () => {
  const limit = { perMinute: null, perDay: 50 };
  const tomorrow = (Math.floor(NOON / 86_400_000) + 1) * 86_400_000;
  const bucket = take(EMPTY_BUCKET, limit, at(NOON), 50);
  expect(roomIn(bucket, limit, at(NOON))).toBe(0);
  expect(opensAt(bucket, limit, at(NOON), tomorrow)).toBe(tomorrow);
  expect(roomIn(bucket, limit, at(tomorrow))).toBe(50);
});
