import type { Facts } from '../../conditions/facts.ts';
import { anniversaryIn } from '../../time/anniversary.ts';
import { DAY_LENGTH, dayOf, millisOf, partsOfDay, type Day } from '../../time/day.ts';
import { instantOfLocal } from '../../time/spans.ts';
import { addCalendar, exactPart, localMillis, type Millis } from '../../time.ts';
import type { Intent } from '../outcome.ts';
import { dateOf, type LocalDate } from './date-of.ts';
import type { WaitUntilDate } from './node.ts';

/**
 * The instant that the configuration means for a customer who came here at `intent.from`, gone by or ahead; undefined
 * where the date is not known. What comes every year: the first one at or after the arrival.
 */
export const instantOf = (config: WaitUntilDate, intent: Intent, zone: string, facts: Facts): Millis | undefined =>
  chosenDate(config, intent, zone, facts)?.at;

/** The date that is meant, of this year or another, and the instant that follows from it. */
export interface ChosenDate {
  day: Day;
  /** Of the date itself, milliseconds since midnight. */
  time: Millis;
  comesAgain: boolean;
  at: Millis;
}

export function chosenDate(config: WaitUntilDate, intent: Intent, zone: string, facts: Facts): ChosenDate | undefined {
  const date = dateOf(config, intent.of, zone, facts);
  if (!date) return undefined;
  const { time } = date;
  const that = instantOn(date.day, date, config, zone);
  const comesAgain =
    config.every === 'year' || date.yearless === true || (config.past === 'next_year' && that < intent.from);
  if (!comesAgain) return { day: date.day, time, comesAgain, at: that };
  const { year } = partsOfDay(dayOf(localMillis(intent.from, zone)));
  // An offset of months may put this year's instant into another year.
  for (let nth = year - 2; ; nth++) {
    const day = anniversaryIn(nth, date.day);
    const at = instantOn(day, date, config, zone);
    if (at >= intent.from) return { day, time, comesAgain, at };
  }
}

function instantOn(
  day: Day,
  { time }: Pick<LocalDate, 'time'>,
  { offset = 'P0D', at }: WaitUntilDate,
  zone: string,
): Millis {
  const local = day * DAY_LENGTH + (at === undefined ? time : millisOf(at));
  return instantOfLocal(addCalendar(local, offset), zone) + exactPart(offset);
}
