import { dayFrom, partsOfDay, type Day } from './day.ts';

/** The anniversary of a date in a year. What was born on 29 February has it on the 28th of other years. */
export function anniversaryIn(year: number, date: Day): Day {
  const { month, day } = partsOfDay(date);
  const that = dayFrom(year, month, day);
  return month === 2 && partsOfDay(that).month !== 2 ? dayFrom(year, 2, 28) : that;
}
