import { Stack, Switch } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import { DurationField } from '../fields/DurationField.tsx';

interface Props {
  label: string;
  description: string;
  spanLabel: string;
  value: string | undefined;
  /** What it begins with when it is switched on. */
  first: string;
  onChange: (value: string | undefined) => void;
  locale: Locale;
}

/** A length of time that may be left out. */
export function OptionalSpan({ label, description, spanLabel, value, first, onChange, locale }: Props) {
  return (
    <Stack gap={8}>
      <Switch
        label={label}
        description={description}
        checked={value !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? first : undefined)}
      />
      {value !== undefined && (
        <DurationField
          label={spanLabel}
          value={value}
          onChange={onChange}
          locale={locale}
          units={['hours', 'days', 'weeks', 'months']}
        />
      )}
    </Stack>
  );
}
