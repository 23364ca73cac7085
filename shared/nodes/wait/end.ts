import { businessDayAfter, isBusinessDay, isClosed } from '../../time/business-days.ts';
import { DAY_LENGTH, dayOf, millisOf, weekdayOf, type Day } from '../../time/day.ts';
import { firstInstant, instantOfLocal } from '../../time/spans.ts';
import { nextLocalInWindow } from '../../time/window.ts';
import { localMillis, roughLength, waitEnd, type Millis } from '../../time.ts';
import type { Wait } from './node.ts';

/** When a wait ends, and why it is not simply when its length has passed. */
export interface WaitEnd {
  end: Millis;
  why?: 'business_day' | 'weekday' | 'closed_day' | 'window' | undefined;
}

/**
 * When a wait that begins at `arrival` ends: its length first; then, on a day that is not allowed, the next allowed
 * one, at `at` or else at the same time of day (with a window: as early as it allows); then the window.
 * @throws Error when no allowed day ever comes, which publishing refuses
 */
export function endOfWait(arrival: Millis, config: Wait, zone: string): WaitEnd {
  const { full, end, isAllowed } = partsOfWait(arrival, config, zone);
  if (!isAllowed) return { end, why: config.on ? 'weekday' : isBusiness(config) ? 'business_day' : 'closed_day' };
  return end > full ? { end, why: 'window' } : { end };
}

/** How the end of a wait comes about. */
export interface WaitParts {
  /** When its length has passed. */
  full: Millis;
  /** Whether that day is allowed. */
  isAllowed: boolean;
  /** On the allowed day; before the window. */
  start: Millis;
  end: Millis;
}

/** @throws Error as `endOfWait` */
export function partsOfWait(arrival: Millis, config: Wait, zone: string): WaitParts {
  const full = lengthOf(arrival, config, zone);
  const allows = allowedDays(config);
  if (!allows && !config.within) return { full, isAllowed: true, start: full, end: full };
  const isAllowed = !allows || allows(dayOf(localMillis(full, zone)));
  const moves = allows && !isAllowed && (config.at !== undefined || !config.within);
  const start = moves ? onAllowedDay(full, config.at, zone, allows) : full;
  const end = firstInstant(start, zone, (local) => nextLocalInWindow(local, config.within, allows));
  if (end === undefined) throw new Error('no day on which this wait may end ever comes');
  return { full, isAllowed, start, end };
}

export const isBusiness = ({ count, businessDay }: Wait) => count !== undefined || businessDay === true;

/** Whether a day on which the wait may end ever comes. */
export const everEnds = (config: Wait): boolean =>
  nextLocalInWindow(Date.UTC(2026, 0), config.within, allowedDays(config)) !== undefined;

function lengthOf(arrival: Millis, config: Wait, zone: string): Millis {
  const days = businessDaysOf(config);
  if (days === 0) return waitEnd(arrival, config, zone);
  const local = localMillis(arrival, zone);
  const time = config.at === undefined ? local - dayOf(local) * DAY_LENGTH : millisOf(config.at);
  return instantOfLocal(businessDayAfter(dayOf(local), days, config.closed) * DAY_LENGTH + time, zone);
}

/** How many business days a wait lasts; 0 where its length is counted otherwise. */
export const businessDaysOf = ({ count, for: length }: Wait): number =>
  count === undefined ? 0 : Math.floor(roughLength(length) / DAY_LENGTH);

/** Which days a wait may end on; undefined: any. */
export function allowedDays(config: Wait): ((day: Day) => boolean) | undefined {
  const { on, closed = [] } = config;
  if (!on && !isBusiness(config) && closed.length === 0) return undefined;
  const isOpen = isBusiness(config) ? isBusinessDay : (day: Day) => !isClosed(day, closed);
  return (day) => (!on || on.includes(weekdayOf(day))) && isOpen(day, closed);
}

function onAllowedDay(from: Millis, at: string | undefined, zone: string, allows: (day: Day) => boolean): Millis {
  const local = localMillis(from, zone);
  const today = dayOf(local) * DAY_LENGTH;
  const tomorrow = nextLocalInWindow(today + DAY_LENGTH, undefined, allows);
  if (tomorrow === undefined) return from;
  return instantOfLocal(tomorrow + (at === undefined ? local - today : millisOf(at)), zone);
}
