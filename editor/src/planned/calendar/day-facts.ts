import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { type Blackout, blackoutOn } from '@tabiji/shared/sending/blackout.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import { japaneseHoliday } from '@tabiji/shared/time/japanese-holidays.ts';
import { isoDay } from '../../ui/month/month.ts';
import { byDay } from '../list/by-day.ts';

/** What a calendar says of a day. */
export interface DayFacts {
  /** Its name, where it is a holiday. */
  holiday: string | undefined;
  /** Whether promotions rest; with the name the shop has given. */
  blackout: { name: string | undefined } | undefined;
  certain: number;
  possible: number;
  mails: readonly PlannedMail[];
  /** Names of what is sent to many. */
  mailings: readonly string[];
}

const NONE = { certain: 0, possible: 0, mails: [] };

/** What is true of each day. */
export function factsOf(
  mails: readonly PlannedMail[],
  blackout: Blackout | undefined,
  locale: Locale,
): (day: Day) => DayFacts {
  const days = new Map(byDay(mails).map((one) => [one.day, one]));
  return (day) => {
    const { certain, possible, mails: own } = days.get(isoDay(day)) ?? NONE;
    const closed = blackout && blackoutOn(day, blackout);
    const many = own.filter(({ journey }) => journey.kind === 'mailing').map(({ journey }) => journey.name);
    return {
      holiday: japaneseHoliday(day)?.[locale],
      blackout: closed && { name: closed.because === 'closed' ? closed.name?.[locale] : undefined },
      certain,
      possible,
      mails: own,
      mailings: [...new Set(many)],
    };
  };
}
