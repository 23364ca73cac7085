import { Temporal } from './time/temporal.ts';
import type { Locale } from './locale.ts';

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
const JA = { years: '年', months: 'か月', weeks: '週間', days: '日', hours: '時間', minutes: '分', seconds: '秒' };
const EN = {
  years: 'year',
  months: 'month',
  weeks: 'week',
  days: 'day',
  hours: 'hour',
  minutes: 'minute',
  seconds: 'second',
};

/** An English beginning as it stands inside a sentence. */
export const withoutCapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** An ISO 8601 duration as people say it: 14日, 1時間30分; 14 days, 1 hour 30 minutes. */
export function durationWords(iso: string, locale: Locale): string {
  const duration = Temporal.Duration.from(iso);
  const parts = UNITS.filter((unit) => duration[unit] !== 0).map((unit) => {
    const n = Math.abs(duration[unit]);
    return locale === 'ja' ? `${n}${JA[unit]}` : `${n} ${EN[unit]}${n === 1 ? '' : 's'}`;
  });
  return parts.join(locale === 'ja' ? '' : ' ') || (locale === 'ja' ? '0日' : '0 days');
}
