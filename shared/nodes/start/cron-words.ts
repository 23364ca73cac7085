import type { Locale } from '../../locale.ts';
import { isOnce } from '../../time/once.ts';

/** The schedules that most people want, as the form offers them. */
export type Repeat =
  | { every: 'day'; at: string }
  | { every: 'weekday'; at: string; weekday: number }
  | { every: 'month'; at: string; day: number };

/** A schedule as the form shows it; undefined for those only their pattern can say. Weekday 0 is Sunday. */
export function repeatOf(cron: string): Repeat | undefined {
  const parts = /^(\d{1,2}) (\d{1,2}) (\d{1,2}|\*) \* ([0-6]|\*)$/.exec(cron.trim());
  if (!parts) return undefined;
  const [, minute, hour, day, weekday] = parts as unknown as [string, string, string, string, string];
  if (Number(minute) > 59 || Number(hour) > 23) return undefined;
  const at = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*' && weekday === '*') return { every: 'day', at };
  if (day === '*') return { every: 'weekday', at, weekday: Number(weekday) };
  return weekday === '*' ? { every: 'month', at, day: Number(day) } : undefined;
}

/** The pattern of a schedule. */
export function cronOf(repeat: Repeat): string {
  const [hour, minute] = repeat.at.split(':').map(Number);
  const day = repeat.every === 'month' ? repeat.day : '*';
  const weekday = repeat.every === 'weekday' ? repeat.weekday : '*';
  return `${minute} ${hour} ${day} * ${weekday}`;
}

export const WEEKDAY_NAMES = {
  ja: ['日曜', '月曜', '火曜', '水曜', '木曜', '金曜', '土曜'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** A schedule in words; patterns nobody would say stay as they are written. */
export function cronWords(cron: string, locale: Locale): string {
  const ja = locale === 'ja';
  if (isOnce(cron)) return onceWords(cron, locale);
  const repeat = repeatOf(cron);
  if (!repeat) return cron;
  switch (repeat.every) {
    case 'day':
      return ja ? `毎日 ${repeat.at}` : `Every day at ${repeat.at}`;
    case 'weekday': {
      const name = WEEKDAY_NAMES[locale][repeat.weekday];
      return ja ? `毎週${name} ${repeat.at}` : `Every ${name} at ${repeat.at}`;
    }
    case 'month':
      return ja ? `毎月${repeat.day}日 ${repeat.at}` : `Every month on day ${repeat.day} at ${repeat.at}`;
  }
}

/** One date and time: 2026年12月1日 10:00; Dec 1, 2026 at 10:00. */
function onceWords(once: string, locale: Locale): string {
  const [date, time] = once.split('T') as [string, string];
  const options = {
    timeZone: 'UTC',
    year: 'numeric',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
  } as const;
  const day = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', options).format(Date.parse(date));
  return locale === 'ja' ? `${day} ${time}` : `${day} at ${time}`;
}
