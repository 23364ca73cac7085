import { Select, Stack } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import { ClosedDaysField } from '../fields/ClosedDaysField.tsx';
import { WeekdayField } from '../fields/WeekdayField.tsx';
import type { Wait } from './node.ts';

const WORDS = {
  ja: {
    days: '進む日',
    any: 'どの日でも',
    business: '営業日だけ（土日祝は次の営業日に）',
    weekdays: '曜日を選ぶ',
    which: '曜日',
  },
  en: {
    days: 'On which days',
    any: 'Any day',
    business: 'Business days only',
    weekdays: 'Chosen days of the week',
    which: 'Days of the week',
  },
};

interface Props {
  config: Wait;
  onChange: (config: Wait) => void;
  locale: Locale;
}

/** On which days a wait may end. */
export function WaitDays({ config, onChange, locale }: Props) {
  const words = WORDS[locale];
  const { on, businessDay, closed, ...rest } = config;
  const kind = on ? 'weekdays' : businessDay || config.count ? 'business' : 'any';
  const kept = closed && { closed };
  const choose = (next: string | null) => {
    if (next === 'weekdays') onChange({ ...rest, ...kept, on: ['mon'] });
    if (next === 'business') onChange({ ...rest, ...kept, businessDay: true });
    if (next === 'any') onChange({ ...rest, ...kept });
  };
  return (
    <Stack gap="sm">
      {!config.count && (
        <Select
          label={words.days}
          allowDeselect={false}
          value={kind}
          data={(['any', 'business', 'weekdays'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={choose}
        />
      )}
      {on && (
        <WeekdayField
          label={words.which}
          value={on}
          onChange={(days) => days.length > 0 && onChange({ ...config, on: days })}
          locale={locale}
        />
      )}
      {(kind === 'business' || closed) && (
        <ClosedDaysField
          value={closed ?? []}
          onChange={(days) => {
            const { closed: _before, ...others } = config;
            onChange(days.length > 0 ? { ...others, closed: days } : others);
          }}
          locale={locale}
        />
      )}
    </Stack>
  );
}
