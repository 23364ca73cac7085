import { Group, Select } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import { roughLength } from '../../time.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { WORDS } from './form-words.ts';

interface Props {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  locale: Locale;
}

/** On the day, or how long before or after it. */
export function OffsetFields({ value, onChange, locale }: Props) {
  const words = WORDS[locale];
  const side = value === undefined ? 'on' : roughLength(value) < 0 ? 'before' : 'after';
  const length = value?.replace(/^[+-]/, '') ?? 'P7D';
  const signed = (next: string, span: string) => (next === 'before' ? `-${span}` : span);
  return (
    <Group gap="md" align="flex-start">
      <Select
        label={words.side}
        w={124}
        allowDeselect={false}
        value={side}
        data={(['on', 'before', 'after'] as const).map((one) => ({ value: one, label: words[one] }))}
        onChange={(next) => onChange(next === 'on' || next === null ? undefined : signed(next, length))}
      />
      {value !== undefined && (
        <DurationField
          label={words.offset}
          value={length}
          onChange={(span) => onChange(signed(side, span))}
          locale={locale}
          units={['days', 'weeks', 'months']}
        />
      )}
    </Group>
  );
}
