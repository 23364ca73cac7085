import type { InstantStep, SkippedDay } from '@tabiji/shared/time/instant-step.ts';
import { dateName } from '@tabiji/shared/nodes/wait-until-date/words.ts';
import { DAY_LENGTH } from '@tabiji/shared/time/day.ts';
import { durationWords } from '@tabiji/shared/words.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';

interface Said {
  rule: string;
  /** Days that were passed over, each with its reason. */
  skipped: string[];
}

/** A rule about instants in words. */
export function useStepWords(): (step: InstantStep) => Said {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const days = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  });
  const day = ({ date, because, name }: SkippedDay) => {
    const shown = days.format(Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_LENGTH) * DAY_LENGTH);
    return t('skipped', { day: shown, because: name?.[locale] ?? t(`dayOff.${because}`) });
  };
  return (step) => {
    const { rule, duration, time, window, date, skipped = [] } = step;
    const values = {
      duration: duration === undefined ? '' : durationWords(duration, locale),
      time: time ?? '',
      window: window ? `${window.from}–${window.to}` : '',
      date: date === undefined ? '' : dateName(date, locale),
    };
    return { rule: t(`rule.${rule}`, values), skipped: skipped.map(day) };
  };
}
