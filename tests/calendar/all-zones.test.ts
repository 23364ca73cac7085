import { WEEKDAYS, type Weekday } from '@tabiji/shared/time/day.ts';
import { isInWindow, nextInWindow, type Window } from '@tabiji/shared/time/window.ts';
import { waitEnd, type Millis } from '@tabiji/shared/time.ts';
import { expect, test } from 'vitest';
import { clockChanges, randomFrom, type ClockChange } from './clock-changes.ts';
import { DAY, earliest, firstShowing, insideOf, minutes, wallAt } from './oracle.ts';

/** Windows tried around every change of every zone. */
const WINDOWS = 1000;
const WAITS = 100;

const [FROM, TO] = [Date.UTC(2020, 0), Date.UTC(2038, 0)];

/** Every change of the clocks in every zone; for zones that keep theirs, a moment at which nothing happens. */
const changes: ClockChange[] = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
  const found = clockChanges(zone, FROM, TO);
  return found.length > 0 ? found : [still(zone)];
});

function still(zone: string): ClockChange {
  const at = Date.UTC(2026, 5, 15);
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  const offset = Date.parse(`${wall.replace(' ', 'T')}Z`) - at;
  return { zone, at, before: offset, after: offset };
}

const random = randomFrom(20260401);
const whole = (below: number) => Math.floor(random() * below);
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** Half of the times lie where clocks change, the others anywhere. */
const anyTime = () => clock(whole(2) === 0 ? whole(240) : whole(1440));
const anyDays = (): Weekday[] | undefined => {
  if (whole(3) > 0) return undefined;
  const days = WEEKDAYS.filter(() => whole(3) > 0);
  return days.length > 0 ? days : undefined;
};
function anyWindow(): Window {
  const [from, to, days] = [anyTime(), anyTime(), anyDays()];
  return days ? { from, to, days } : { from, to };
}
/** Around the change, often within hours of it, sometimes to the millisecond. */
const around = ({ at }: ClockChange): Millis =>
  at + (whole(4) === 0 ? whole(5) - 2 : Math.floor((random() - 0.6) * (whole(2) === 0 ? 4 * 3_600_000 : 3 * DAY)));

const said = (change: ClockChange, from: Millis, what: unknown, answer: Millis) =>
  `${change.zone}, clocks change ${new Date(change.at).toISOString()}: from ${new Date(from).toISOString()}, ` +
  `${JSON.stringify(what)} → ${new Date(answer).toISOString()}`;

test('windows, all zones, every change 2020–2037: inside, never before the start, the earliest such instant', () => {
  const wrong: string[] = [];
  let judged = 0;
  for (const change of changes)
    for (let i = 0; i < WINDOWS; i++) {
      const window = anyWindow();
      const from = around(change);
      const next = nextInWindow(from, window, change.zone);
      const wanted = earliest(change, { from, opens: window.from }, insideOf(window));
      judged++;
      if (next !== wanted || !isInWindow(next, window, change.zone)) wrong.push(said(change, from, window, next));
    }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(judged).toBeGreaterThan(4_000 * WINDOWS);
}, 120_000);

test('windows: who comes later never goes on earlier', () => {
  const wrong: string[] = [];
  for (const change of changes)
    for (let i = 0; i < 20; i++) {
      const window = anyWindow();
      const [first, second] = [around(change), around(change)].toSorted((a, b) => a - b) as [Millis, Millis];
      if (nextInWindow(first, window, change.zone) > nextInWindow(second, window, change.zone))
        wrong.push(said(change, first, window, second));
    }
  expect(wrong).toEqual([]);
});

test('waits with a time of day: that local time, or what comes after the gap; the first of two', () => {
  const wrong: string[] = [];
  for (const change of changes)
    for (let i = 0; i < WAITS; i++) {
      const [from, at, days] = [around(change), anyTime(), whole(4)];
      const end = waitEnd(from, { for: `P${days}D`, at }, change.zone);
      const day = Math.floor(wallAt(change, from) / DAY) + days;
      const onDay = (one: number) => firstShowing(change, one * DAY + minutes(at) * 60_000);
      const wanted = days === 0 && onDay(day) <= from ? onDay(day + 1) : onDay(day);
      if (end !== wanted || end < from) wrong.push(said(change, from, { days, at }, end));
      const later = from + whole(2 * DAY);
      if (waitEnd(later, { for: `P${days}D`, at }, change.zone) < end) wrong.push(said(change, later, 'earlier', end));
    }
  expect(wrong.slice(0, 5)).toEqual([]);
}, 60_000);

test('waits in hours: so many hours, then the first such local time', () => {
  const wrong: string[] = [];
  for (const change of changes)
    for (let i = 0; i < WAITS; i++) {
      const [from, at, hours] = [around(change), anyTime(), 1 + whole(48)];
      const end = waitEnd(from, { for: `PT${hours}H`, at }, change.zone);
      const full = from + hours * 3_600_000;
      const today =
        Math.floor(wallAt(change, full) / DAY) * DAY +
        Number(at.slice(0, 2)) * 3_600_000 +
        Number(at.slice(3)) * 60_000;
      const wanted = [today, today + DAY].map((local) => firstShowing(change, local)).find((one) => one >= full);
      if (end !== wanted) wrong.push(said(change, from, { hours, at }, end));
      if (waitEnd(from, { for: `PT${hours}H` }, change.zone) !== full) wrong.push(said(change, from, { hours }, full));
    }
  expect(wrong.slice(0, 5)).toEqual([]);
}, 60_000);
