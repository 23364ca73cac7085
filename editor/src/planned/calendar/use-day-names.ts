import { DAY_LENGTH, type Day } from '@tabiji/shared/time/day.ts';
import { useMemo } from 'react';
import { useLocale } from '../../i18n/locale.ts';

/** Names of days and months, which have no zone. */
export function useDayNames() {
  const locale = useLocale();
  return useMemo(() => {
    const tag = locale === 'ja' ? 'ja-JP' : 'en-US';
    const format = (options: Intl.DateTimeFormatOptions) => {
      const made = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
      return (day: Day) => made.format(day * DAY_LENGTH);
    };
    return {
      weekday: format({ weekday: 'short' }),
      month: format({ year: 'numeric', month: 'long' }),
      full: format({ dateStyle: 'full' }),
      short: format({ month: locale === 'ja' ? 'numeric' : 'short', day: 'numeric', weekday: 'short' }),
    };
  }, [locale]);
}
