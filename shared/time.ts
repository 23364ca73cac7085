import { Temporal } from './time/temporal.ts';
import { z } from 'zod';
import { DAY_LENGTH, dayOf, millisOf } from './time/day.ts';
import { instantOfLocal, spanAt } from './time/spans.ts';

/** An instant as epoch milliseconds. All arithmetic of the engine uses it; local time appears only in this file. */
export type Millis = number;

/** IANA time zone, for example `Asia/Tokyo`. */
export const TimeZone = z
  .string()
  .refine(isTimeZone, { error: 'unknown time zone; use an IANA name such as Asia/Tokyo' });

/** ISO 8601 duration: `P1D` is a calendar day, `PT24H` is not. No fractions of calendar units, no mixed signs. */
export const IsoDuration = z
  .string()
  .refine(isDuration, { error: 'not an ISO 8601 duration such as P14D or PT2H' })
  .describe('ISO 8601 duration, for example P14D');

/** Local time of day, `HH:MM`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day such as 18:00')
  .describe('local time, HH:MM');

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // Intl offers no other way to ask
  }
}

export function isDuration(text: string): boolean {
  try {
    Temporal.Duration.from(text);
    return /^[+-]?P/.test(text);
  } catch {
    return false; // Temporal offers no other way to ask
  }
}

/** The parts of a duration that follow the calendar, and the exact remainder in milliseconds. */
interface Parts {
  calendar: { years: number; months: number; weeks: number; days: number };
  exact: Millis;
}

const parsed = new Map<string, Parts>();

function partsOf(iso: string): Parts {
  const known = parsed.get(iso);
  if (known) return known;
  const { years, months, weeks, days, ...clock } = fields(Temporal.Duration.from(iso));
  const exact = Temporal.Duration.from(clock).total('milliseconds');
  const parts = { calendar: { years, months, weeks, days }, exact };
  parsed.set(iso, parts);
  return parts;
}

type Duration = ReturnType<typeof Temporal.Duration.from>;

const fields = ({ years, months, weeks, days, hours, minutes, seconds, milliseconds }: Duration) => ({
  years,
  months,
  weeks,
  days,
  hours,
  minutes,
  seconds,
  milliseconds,
});

/** True for `P14D`, `P1M`; false for `PT36H`, `P1DT2H`. */
export const isWholeDays = (iso: string): boolean => partsOf(iso).exact === 0;

/** What a duration has in hours, minutes and seconds, in milliseconds. */
export const exactPart = (iso: string): Millis => partsOf(iso).exact;

/** A rough length in milliseconds, for comparing and checking only (a month counts 30 days, a year 365). */
export function roughLength(iso: string): Millis {
  const { calendar, exact } = partsOf(iso);
  return (calendar.years * 365 + calendar.months * 30 + calendar.weeks * 7 + calendar.days) * 86_400_000 + exact;
}

/** A local date and time as a number: what it would be as an instant if the zone were UTC. */
export const localMillis = (at: Millis, zone: string): Millis => at + spanAt(at, zone).offset;

/** The instant of such a number. In a DST gap: the first valid instant after it; in a fold: the first of the two. */
export const fromLocalMillis = instantOfLocal;

/** The instants after `from`, up to `to`, at which the local date or the zone's offset changes, ascending. */
export function localBreaks(from: Millis, to: Millis, zone: string): Millis[] {
  const breaks: Millis[] = [];
  for (let here = from; here < to;) {
    const day = Temporal.Instant.fromEpochMilliseconds(here).toZonedDateTimeISO(zone);
    const midnight = day.startOfDay().add({ days: 1 }).startOfDay().epochMilliseconds;
    const change = day.getTimeZoneTransition('next')?.epochMilliseconds ?? midnight;
    here = Math.min(midnight > here ? midnight : here + 3_600_000, change);
    if (here < to) breaks.push(here);
  }
  return breaks;
}

/** `at` plus (or with `sign` −1 minus) a duration, calendar units counted in the zone's local time. */
export function addDuration(at: Millis, iso: string, zone: string, sign: 1 | -1 = 1): Millis {
  const { calendar, exact } = partsOf(iso);
  const { years, months, weeks, days } = calendar;
  if (!years && !months && !weeks && !days) return at + sign * exact;
  return instantOfLocal(addCalendar(localMillis(at, zone), iso, sign), zone) + sign * exact;
}

/** A local time plus (or minus) the calendar units of a duration; a day that a month lacks becomes its last one. */
export function addCalendar(local: Millis, iso: string, sign: 1 | -1 = 1): Millis {
  const { years, months, weeks, days } = partsOf(iso).calendar;
  const daysOn = sign * (weeks * 7 + days) * DAY_LENGTH;
  if (!years && !months) return local + daysOn;
  const there = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC');
  return there.add({ years: sign * years, months: sign * months }).epochMilliseconds + daysOn;
}

/** The instant of a local date (`2026-04-01`) at a time of day in a zone. */
export const atLocal = (date: string, timeOfDay: string, zone: string): Millis =>
  instantOfLocal(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds + millisOf(timeOfDay), zone);

/** The local date of an instant, `YYYY-MM-DD`. */
export const localDate = (at: Millis, zone: string): string =>
  new Date(localMillis(at, zone)).toISOString().split('T')[0]!;

/** The first time of day `timeOfDay` at or after `at`, by the rules for local times that are skipped or come twice. */
export function nextTimeOfDay(at: Millis, timeOfDay: string, zone: string): Millis {
  const sameDay = dayOf(localMillis(at, zone)) * DAY_LENGTH + millisOf(timeOfDay);
  const end = instantOfLocal(sameDay, zone);
  return end >= at ? end : instantOfLocal(sameDay + DAY_LENGTH, zone);
}

/** A date without a time counts as 12:00 in the workspace's zone. */
export const noonOf = (date: string, zone: string): Millis => atLocal(date, '12:00', zone);

/**
 * When a wait that starts at `arrival` ends.
 * Whole-day durations with `at` count calendar days: local date of arrival + n days, at `at`, whatever the time of
 * arrival (`P0D`: today if still ahead, else tomorrow). A duration with hours ends at the first such local time at or
 * after it. Without `at` the full duration counts.
 */
export function waitEnd(arrival: Millis, wait: { for: string; at?: string | undefined }, zone: string): Millis {
  if (wait.at === undefined) return addDuration(arrival, wait.for, zone);
  if (!isWholeDays(wait.for)) return nextTimeOfDay(addDuration(arrival, wait.for, zone), wait.at, zone);
  const today = localMillis(arrival, zone);
  const day = dayOf(addCalendar(today, wait.for));
  const end = instantOfLocal(day * DAY_LENGTH + millisOf(wait.at), zone);
  const isGone = day === dayOf(today) && end <= arrival;
  return isGone ? instantOfLocal((day + 1) * DAY_LENGTH + millisOf(wait.at), zone) : end;
}
