import type { Locale } from '../locale.ts';
import { WEEKDAYS, type Weekday } from './day.ts';
import type { Window } from './window.ts';

const NAMES: Readonly<Record<Locale, Readonly<Record<Weekday, string>>>> = {
  ja: { mon: '月', tue: '火', wed: '水', thu: '木', fri: '金', sat: '土', sun: '日' },
  en: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
};

/** One day of the week, short: 月; Mon. */
export const weekdayName = (day: Weekday, locale: Locale): string => NAMES[locale][day];

/** Days of the week in their order: 月・木; Mon, Thu. One alone: 月曜; Mon. */
export function weekdayWords(days: readonly Weekday[], locale: Locale): string {
  const names = WEEKDAYS.filter((day) => days.includes(day)).map((day) => NAMES[locale][day]);
  if (locale === 'en') return names.join(', ');
  return names.length === 1 ? `${names[0]}曜` : names.join('・');
}

/** A window: 09:00〜21:00（月・木）; 09:00–21:00 (Mon, Thu). */
export function windowWords({ from, to, days }: Window, locale: Locale): string {
  const hours = locale === 'ja' ? `${from}〜${to}` : `${from}–${to}`;
  if (!days) return hours;
  return locale === 'ja' ? `${hours}（${weekdayWords(days, locale)}）` : `${hours} (${weekdayWords(days, locale)})`;
}
