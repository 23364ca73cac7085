import { isBusinessDay, isClosed } from '../../time/business-days.ts';
import { DAY_LENGTH, dayOf, weekdayOf, type Day } from '../../time/day.ts';
import type { InstantStep, SkippedDay } from '../../time/instant-step.ts';
import { isJapaneseHoliday } from '../../time/japanese-holidays.ts';
import { waitSteps } from '../../time/wait-steps.ts';
import { localMillis, type Millis } from '../../time.ts';
import { allowedDays, businessDaysOf, isBusiness, partsOfWait } from './end.ts';
import type { Wait } from './node.ts';

const MOST_DAYS = 31;

/** Why a wait that begins at `arrival` ends when it does: its length, then the day, then the window. */
export function explainWait(arrival: Millis, config: Wait, zone: string): InstantStep[] {
  const { full, start, end } = partsOfWait(arrival, config, zone);
  const steps = businessDaysOf(config) > 0 ? counted(arrival, full, config, zone) : waitSteps(arrival, config, zone);
  const allows = allowedDays(config);
  const day = config.within ? start : end;
  const skipped = allows ? skippedDays(dayAt(full, zone), dayAt(end, zone), config, (one) => !allows(one)) : [];
  if (allows) steps.push({ rule: 'days', from: full, to: day, skipped });
  if (config.within) steps.push({ rule: 'window', from: day, to: end, window: config.within });
  return steps;
}

function counted(arrival: Millis, full: Millis, config: Wait, zone: string): InstantStep[] {
  const off = (day: Day) => !isBusinessDay(day, config.closed);
  const skipped = skippedDays(dayAt(arrival, zone) + 1, dayAt(full, zone), config, off);
  const step: InstantStep = { rule: 'business_days', from: arrival, to: full, duration: config.for, skipped };
  return [config.at === undefined ? step : { ...step, time: config.at }];
}

const dayAt = (at: Millis, zone: string): Day => dayOf(localMillis(at, zone));

function skippedDays(from: Day, before: Day, config: Wait, isSkipped: (day: Day) => boolean): SkippedDay[] {
  const days = Array.from({ length: Math.max(0, Math.min(before - from, 400)) }, (_, i) => from + i);
  return days
    .filter(isSkipped)
    .slice(0, MOST_DAYS)
    .map((day) => ({
      date: new Date(day * DAY_LENGTH).toISOString().slice(0, 10),
      because: becauseOf(day, config),
      name: null,
    }));
}

function becauseOf(day: Day, config: Wait): SkippedDay['because'] {
  if (isBusiness(config) && isJapaneseHoliday(day)) return 'holiday';
  if (isClosed(day, config.closed ?? [])) return 'closed';
  if (isBusiness(config) && ['sat', 'sun'].includes(weekdayOf(day))) return 'weekend';
  return 'weekday';
}
