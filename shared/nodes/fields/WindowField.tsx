import { Group, Stack, Switch, Text } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import type { Window } from '../../time/window.ts';
import { TimeField } from './TimeField.tsx';

const WORDS = {
  ja: { from: '開始', to: '終了', night: '終了は翌日です。' },
  en: { from: 'From', to: 'To', night: 'It ends on the next day.' },
};

interface Props {
  label: string;
  description: string;
  value: Window | undefined;
  onChange: (value: Window | undefined) => void;
  locale: Locale;
}

/** Hours of the day, or none; days of the week that the window has already are kept. */
export function WindowField({ label, description, value, onChange, locale }: Props) {
  const words = WORDS[locale];
  return (
    <Stack gap={8}>
      <Switch
        label={label}
        description={description}
        checked={value !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? { from: '09:00', to: '21:00' } : undefined)}
      />
      {value && (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <TimeField
            label={words.from}
            value={value.from}
            width={108}
            onChange={(from) => from && onChange({ ...value, from })}
            locale={locale}
          />
          <TimeField
            label={words.to}
            value={value.to}
            width={108}
            onChange={(to) => to && onChange({ ...value, to })}
            locale={locale}
          />
        </Group>
      )}
      {value && value.to <= value.from && (
        <Text size="xs" c="dimmed">
          {words.night}
        </Text>
      )}
    </Stack>
  );
}
