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
export function instantOf(config: WaitUntilDate, intent: Intent, zone: string, facts: Facts): Millis | undefined {
  const date = dateOf(config, intent.of, zone, facts);
  if (!date) return undefined;
  const that = instantOn(date.day, date, config, zone);
  const comesAgain = config.every === 'year' || date.yearless || (config.past === 'next_year' && that < intent.from);
  if (!comesAgain) return that;
  const { year } = partsOfDay(dayOf(localMillis(intent.from, zone)));
  // An offset of months may put this year's instant into another year.
  for (let nth = year - 2; ; nth++) {
    const instant = instantOn(anniversaryIn(nth, date.day), date, config, zone);
    if (instant >= intent.from) return instant;
  }
}

function instantOn(day: Day, { time }: LocalDate, { offset = 'P0D', at }: WaitUntilDate, zone: string): Millis {
  const local = day * DAY_LENGTH + (at === undefined ? time : millisOf(at));
  return instantOfLocal(addCalendar(local, offset), zone) + exactPart(offset);
}
