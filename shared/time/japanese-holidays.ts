import { dayFrom, partsOfDay, weekdayOf, type Day } from './day.ts';

/** A day that the law names: in years from–until, in a month, the nth Monday of it or a date (by year where it moves). */
type Rule = [
  from: number,
  until: number,
  month: number,
  when: { monday: number } | number | ((year: number) => number),
];

const EVER = 9999;

/**
 * 国民の祝日に関する法律 (Act No. 178 of 1948) with its amendments, and the laws that made single days holidays.
 * The equinoxes are announced each February for the year after; the formula agrees with all announcements so far and
 * is the customary one for 1900–2099.
 */
const RULES: readonly Rule[] = [
  [1949, EVER, 1, 1], // 元日
  [1949, 1999, 1, 15], // 成人の日
  [2000, EVER, 1, { monday: 2 }],
  [1967, EVER, 2, 11], // 建国記念の日
  [2020, EVER, 2, 23], // 天皇誕生日
  [1949, EVER, 3, (year) => equinox(year, year < 1980 ? 20.8357 : 20.8431)], // 春分の日
  [1949, EVER, 4, 29], // 天皇誕生日, みどりの日, 昭和の日
  [1949, EVER, 5, 3], // 憲法記念日
  [2007, EVER, 5, 4], // みどりの日
  [1949, EVER, 5, 5], // こどもの日
  [1996, 2002, 7, 20], // 海の日
  [2003, 2019, 7, { monday: 3 }],
  [2020, 2020, 7, 23],
  [2021, 2021, 7, 22],
  [2022, EVER, 7, { monday: 3 }],
  [2016, 2019, 8, 11], // 山の日
  [2020, 2020, 8, 10],
  [2021, 2021, 8, 8],
  [2022, EVER, 8, 11],
  [1966, 2002, 9, 15], // 敬老の日
  [2003, EVER, 9, { monday: 3 }],
  [1948, EVER, 9, (year) => equinox(year, year < 1980 ? 23.2588 : 23.2488)], // 秋分の日
  [1966, 1999, 10, 10], // 体育の日, スポーツの日
  [2000, 2019, 10, { monday: 2 }],
  [2020, 2020, 7, 24],
  [2021, 2021, 7, 23],
  [2022, EVER, 10, { monday: 2 }],
  [1948, EVER, 11, 3], // 文化の日
  [1948, EVER, 11, 23], // 勤労感謝の日
  [1989, 2018, 12, 23], // 天皇誕生日
  [1959, 1959, 4, 10], // 結婚の儀
  [1989, 1989, 2, 24], // 大喪の礼
  [1990, 1990, 11, 12], // 即位礼正殿の儀
  [1993, 1993, 6, 9], // 結婚の儀
  [2019, 2019, 5, 1], // 即位の日
  [2019, 2019, 10, 22], // 即位礼正殿の儀
];

function equinox(year: number, base: number): number {
  const since = year - 1980;
  return Math.floor(base + 0.242194 * since - Math.trunc((year < 1980 ? since - 3 : since) / 4));
}

const years = new Map<number, ReadonlySet<Day>>();

/** Whether a date is a day off by the law on national holidays, substitute and enclosed days included. */
export function isJapaneseHoliday(day: Day): boolean {
  const { year } = partsOfDay(day);
  let days = years.get(year);
  if (!days) years.set(year, (days = daysOff(year)));
  return days.has(day);
}

function daysOff(year: number): ReadonlySet<Day> {
  const named = new Set(
    RULES.flatMap(([from, until, month, when]) => (year >= from && year <= until ? [dateIn(year, month, when)] : [])),
  );
  const off = new Set(named);
  for (const day of named) {
    if (weekdayOf(day) === 'sun' && day >= SUBSTITUTES_FROM) off.add(substituteOf(day, named));
    // 国民の休日: the day between two holidays
    if (year >= 1986 && named.has(day + 2) && weekdayOf(day + 1) !== 'sun') off.add(day + 1);
  }
  return off;
}

const SUBSTITUTES_FROM = dayFrom(1973, 4, 12);

/** 振替休日: for a holiday on a Sunday the next day that is none. */
function substituteOf(sunday: Day, named: ReadonlySet<Day>): Day {
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
