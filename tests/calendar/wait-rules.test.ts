import { endOfWait } from '@tabiji/shared/nodes/wait/end.ts';
import { explainWait } from '@tabiji/shared/nodes/wait/explain.ts';
import type { Wait } from '@tabiji/shared/nodes/wait/node.ts';
import { waitProblems } from '@tabiji/shared/nodes/wait/problems.ts';
import { isBusinessDay, isClosed } from '@tabiji/shared/time/business-days.ts';
import { WEEKDAYS, weekdayOf } from '@tabiji/shared/time/day.ts';
import { waitEnd, type Millis } from '@tabiji/shared/time.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockChanges, type ClockChange } from './clock-changes.ts';
import { DAY, insideOf, minutes, wallAt } from './oracle.ts';

const changes = Intl.supportedValuesOf('timeZone').flatMap((zone) =>
  clockChanges(zone, Date.UTC(2020, 0), Date.UTC(2038, 0)),
);

const time = fc
  .oneof(fc.integer({ min: 0, max: 239 }), fc.integer({ min: 0, max: 1439 }))
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const days = fc.subarray([...WEEKDAYS], { minLength: 1 });
const length = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((n) => `P${n}D`),
  fc.integer({ min: 1, max: 72 }).map((n) => `PT${n}H`),
);
const config: fc.Arbitrary<Wait> = fc
  .record(
    {
      for: length,
      at: time,
      on: days,
      businessDay: fc.constant(true as const),
      closed: fc.constantFrom<string[][]>(['12-29/01-03'], ['03-08/03-10', '10-25/11-05']),
      within: fc.record({ from: time, to: time, days }, { requiredKeys: ['from', 'to'] }),
    },
    { requiredKeys: ['for'] },
  )
  .filter((wait) => waitProblems(wait).length === 0);
const case_ = fc.record({
  change: fc.constantFrom(...changes),
  lead: fc.integer({ min: -3 * DAY, max: DAY }),
  wait: config,
});

const allowsDay =
  ({ on, businessDay, closed = [] }: Wait) =>
  (wall: Millis): boolean => {
    const day = Math.floor(wall / DAY);
    if (on && !on.includes(weekdayOf(day))) return false;
    return businessDay ? isBusinessDay(day, closed) : !isClosed(day, closed);
  };

/** The first whole minute, or the start itself, that fits; looked for one by one. */
function firstMinute(change: ClockChange, from: Millis, fits: (wall: Millis) => boolean): Millis | undefined {
  if (fits(wallAt(change, from))) return from;
  const start = Math.ceil(from / 60_000) * 60_000;
  for (let at = start; at < from + 20 * DAY; at += 60_000) if (fits(wallAt(change, at))) return at;
  return undefined;
}

/** What is wrong with the end of a wait. */
function faults(change: ClockChange, wait: Wait, full: Millis, end: Millis): string[] {
  const inside = wait.within ? insideOf(wait.within) : () => true;
  const allows = allowsDay(wait);
  const fits = (wall: Millis) => allows(wall) && inside(wall);
  const isFree = wait.within !== undefined && wait.at === undefined;
  const [firstDay, lastDay] = [full, end].map((at) => Math.floor(wallAt(change, at) / DAY)) as [number, number];
  const between = Array.from({ length: Math.max(0, lastDay - firstDay - 1) }, (_, i) => (firstDay + 1 + i) * DAY);
  const isOff = wait.at !== undefined && !wait.within && (wallAt(change, end) % DAY) / 60_000 !== minutes(wait.at);
  return [
    end < full ? 'before its length' : '',
    fits(wallAt(change, end)) ? '' : 'on a day or at an hour that is not allowed',
    isFree && end !== firstMinute(change, full, fits) ? 'later than it might' : '',
    isOff && end !== change.at ? 'not at its time of day' : '',
    !wait.within && between.some(allows) ? 'behind an allowed day' : '',
  ].filter((fault) => fault !== '');
}

test('a wait ends on an allowed day, inside its hours, not before its length, and as early as it may', () => {
  fc.assert(
    fc.property(case_, ({ change, lead, wait }) => {
      const from = change.at + lead;
      const { end } = endOfWait(from, wait, change.zone);
      fc.pre(end < change.at + 14 * DAY); // beyond it the zone's next change may lie
      expect(faults(change, wait, waitEnd(from, wait, change.zone), end)).toEqual([]);
    }),
    { numRuns: 2_500 },
  );
}, 60_000);

test('the reasons for an end follow from each other and lead to it', () => {
  fc.assert(
    fc.property(case_, fc.boolean(), ({ change, lead, wait }, isCounted) => {
      const from = change.at + lead;
      const config = isCounted && wait.for.endsWith('D') ? { ...wait, count: 'business_days' as const } : wait;
      fc.pre(waitProblems(config).length === 0);
      const steps = explainWait(from, config, change.zone);
      expect(steps.map((step) => step.from)).toEqual([from, ...steps.slice(0, -1).map((step) => step.to)]);
      expect(steps.at(-1)?.to).toBe(endOfWait(from, config, change.zone).end);
    }),
    { numRuns: 2_500 },
  );
}, 60_000);

test('with a time of day or hours, who comes later never goes on earlier', () => {
  const steady = case_.filter(({ wait }) => wait.at !== undefined || (wait.within !== undefined && /T/.test(wait.for)));
  fc.assert(
    fc.property(steady, fc.integer({ min: 0, max: 2 * DAY }), ({ change, lead, wait }, later) => {
      const from = change.at + lead;
      const first = endOfWait(from, wait, change.zone).end;
      expect(endOfWait(from + later, wait, change.zone).end).toBeGreaterThanOrEqual(first);
    }),
    { numRuns: 5_000 },
  );
}, 60_000);
