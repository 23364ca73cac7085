import type { Words } from '../locale.ts';
import { dayFrom, partsOfDay, weekdayOf, type Day } from './day.ts';

/** A day that the law names: in years from–until, in a month, the nth Monday of it or a date (by year where it moves). */
type Rule = [
  from: number,
  until: number,
  month: number,
  when: { monday: number } | number | ((year: number) => number),
  ja: string,
  en: string,
];

const EVER = 9999;

/**
 * 国民の祝日に関する法律 (Act No. 178 of 1948) with its amendments, and the laws that made single days holidays.
 * The equinoxes are announced each February for the year after; the formula agrees with all announcements so far and
 * is the customary one for 1900–2099.
 */
const RULES: readonly Rule[] = [
  [1949, EVER, 1, 1, '元日', 'New Year’s Day'],
  [1949, 1999, 1, 15, '成人の日', 'Coming of Age Day'],
  [2000, EVER, 1, { monday: 2 }, '成人の日', 'Coming of Age Day'],
  [1967, EVER, 2, 11, '建国記念の日', 'National Foundation Day'],
  [2020, EVER, 2, 23, '天皇誕生日', 'The Emperor’s Birthday'],
  [1949, EVER, 3, (year) => equinox(year, year < 1980 ? 20.8357 : 20.8431), '春分の日', 'Vernal Equinox Day'],
  [1949, 1988, 4, 29, '天皇誕生日', 'The Emperor’s Birthday'],
  [1989, 2006, 4, 29, 'みどりの日', 'Greenery Day'],
  [2007, EVER, 4, 29, '昭和の日', 'Showa Day'],
  [1949, EVER, 5, 3, '憲法記念日', 'Constitution Memorial Day'],
  [2007, EVER, 5, 4, 'みどりの日', 'Greenery Day'],
  [1949, EVER, 5, 5, 'こどもの日', 'Children’s Day'],
  [1996, 2002, 7, 20, '海の日', 'Marine Day'],
  [2003, 2019, 7, { monday: 3 }, '海の日', 'Marine Day'],
  [2020, 2020, 7, 23, '海の日', 'Marine Day'],
  [2021, 2021, 7, 22, '海の日', 'Marine Day'],
  [2022, EVER, 7, { monday: 3 }, '海の日', 'Marine Day'],
  [2016, 2019, 8, 11, '山の日', 'Mountain Day'],
  [2020, 2020, 8, 10, '山の日', 'Mountain Day'],
  [2021, 2021, 8, 8, '山の日', 'Mountain Day'],
  [2022, EVER, 8, 11, '山の日', 'Mountain Day'],
  [1966, 2002, 9, 15, '敬老の日', 'Respect for the Aged Day'],
  [2003, EVER, 9, { monday: 3 }, '敬老の日', 'Respect for the Aged Day'],
  [1948, EVER, 9, (year) => equinox(year, year < 1980 ? 23.2588 : 23.2488), '秋分の日', 'Autumnal Equinox Day'],
  [1966, 1999, 10, 10, '体育の日', 'Health and Sports Day'],
  [2000, 2019, 10, { monday: 2 }, '体育の日', 'Health and Sports Day'],
  [2020, 2020, 7, 24, 'スポーツの日', 'Sports Day'],
  [2021, 2021, 7, 23, 'スポーツの日', 'Sports Day'],
  [2022, EVER, 10, { monday: 2 }, 'スポーツの日', 'Sports Day'],
  [1948, EVER, 11, 3, '文化の日', 'Culture Day'],
  [1948, EVER, 11, 23, '勤労感謝の日', 'Labor Thanksgiving Day'],
  [1989, 2018, 12, 23, '天皇誕生日', 'The Emperor’s Birthday'],
  [1959, 1959, 4, 10, '結婚の儀', 'Imperial wedding'],
  [1989, 1989, 2, 24, '大喪の礼', 'Imperial funeral'],
  [1990, 1990, 11, 12, '即位礼正殿の儀', 'Enthronement Ceremony'],
  [1993, 1993, 6, 9, '結婚の儀', 'Imperial wedding'],
  [2019, 2019, 5, 1, '即位の日', 'Day of the Enthronement'],
  [2019, 2019, 10, 22, '即位礼正殿の儀', 'Enthronement Ceremony'],
];

function equinox(year: number, base: number): number {
  const since = year - 1980;
  return Math.floor(base + 0.242194 * since - Math.trunc((year < 1980 ? since - 3 : since) / 4));
}

const years = new Map<number, ReadonlyMap<Day, Words>>();

/** What a day off by the law on national holidays is called, substitute and enclosed days included. */
export function japaneseHoliday(day: Day): Words | undefined {
  const { year } = partsOfDay(day);
  let days = years.get(year);
  if (!days) years.set(year, (days = daysOff(year)));
  return days.get(day);
}

/** Whether a date is a day off by that law. */
export const isJapaneseHoliday = (day: Day): boolean => japaneseHoliday(day) !== undefined;

function daysOff(year: number): ReadonlyMap<Day, Words> {
  const named = new Map(
    RULES.flatMap(([from, until, month, when, ja, en]) =>
      year >= from && year <= until ? [[dateIn(year, month, when), { ja, en }] as const] : [],
    ),
  );
  const off = new Map<Day, Words>(named);
  for (const day of named.keys()) {
    if (weekdayOf(day) === 'sun' && day >= SUBSTITUTES_FROM) off.set(substituteOf(day, named), SUBSTITUTE);
    // the day between two holidays
    if (year >= 1986 && named.has(day + 2) && weekdayOf(day + 1) !== 'sun' && !off.has(day + 1))
      off.set(day + 1, BETWEEN);
  }
  return off;
}

const SUBSTITUTE: Words = { ja: '振替休日', en: 'Substitute holiday' };
const BETWEEN: Words = { ja: '国民の休日', en: 'Citizens’ holiday' };

const SUBSTITUTES_FROM = dayFrom(1973, 4, 12);

/** 振替休日: for a holiday on a Sunday the next day that is none. */
function substituteOf(sunday: Day, named: ReadonlyMap<Day, Words>): Day {
  let day = sunday + 1;
  while (named.has(day)) day++;
  return day;
}

function dateIn(year: number, month: number, when: Rule[3]): Day {
  if (typeof when === 'number') return dayFrom(year, month, when);
  if (typeof when === 'function') return dayFrom(year, month, when(year));
  let first = dayFrom(year, month, 1);
  while (weekdayOf(first) !== 'mon') first++;
  return first + (when.monday - 1) * 7;
}
