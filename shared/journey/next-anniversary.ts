import { addDuration, atLocal, fromLocalMillis, localDate, localMillis, type Millis } from '../time.ts';
import { anniversaryIn } from '../time/anniversary.ts';
import { DAY_LENGTH, dayOf, partsOfDay } from '../time/day.ts';

interface Yearly {
  /** Before (`-P7D`) or after the day itself. */
  offset?: string | undefined;
  /** Local time of day. */
  at: string;
}

/**
 * The first time after `now` that a day returns, moved by the offset; the day itself, in its first year, counts too.
 * What happened on 29 February returns on the 28th in years without one.
 */
export function nextAnniversary(date: Millis, { offset, at }: Yearly, now: Millis, zone: string): Millis {
  const day = dayOf(localMillis(date, zone));
  const thisYear = partsOfDay(dayOf(localMillis(now, zone))).year;
  for (let year = Math.max(partsOfDay(day).year, thisYear - 1); ; year++) {
    const noon = fromLocalMillis(anniversaryIn(year, day) * DAY_LENGTH + DAY_LENGTH / 2, zone);
    const moved = offset === undefined ? noon : addDuration(noon, offset, zone);
    const instant = atLocal(localDate(moved, zone), at, zone);
    if (instant > now) return instant;
  }
}
