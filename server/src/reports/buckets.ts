import type { Group } from '@tabiji/shared/api/reports.ts';
import { dayFrom, partsOfDay, WEEKDAYS, weekdayOf, type Day } from '@tabiji/shared/time/day.ts';

/** The first date of the day, week (from Monday on) or month that a date belongs to. */
export function bucketOf(day: Day, group: Group): Day {
  if (group === 'day') return day;
  if (group === 'week') return day - WEEKDAYS.indexOf(weekdayOf(day));
  const { year, month } = partsOfDay(day);
  return dayFrom(year, month, 1);
}

/** First dates of all that a period touches, also those on which nothing happened. */
export function bucketsIn({ from, to }: { from: Day; to: Day }, group: Group): Day[] {
  const found = new Set<Day>();
  for (let day = from; day <= to; day++) found.add(bucketOf(day, group));
  return [...found];
}
