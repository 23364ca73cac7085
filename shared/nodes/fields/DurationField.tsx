import { Group, Select, TextInput } from '@mantine/core';
import type { Locale } from '../../locale.ts';
import { numberFrom } from '../../normalise.ts';
import { isDuration } from '../../time.ts';
import { DURATION_UNITS, isoOf, partsOfDuration, type DurationUnit } from './duration-parts.ts';
import { TypedText } from './TypedText.tsx';

const WORDS = {
  ja: { unit: '単位', count: '0以上の整数を入れてください', iso: 'ISO 8601 の期間で書いてください（例：P1DT2H）' },
  en: { unit: 'Unit', count: 'Enter a whole number', iso: 'Write an ISO 8601 duration, such as P1DT2H' },
};

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  locale: Locale;
  units?: readonly DurationUnit[];
}

const ALL: readonly DurationUnit[] = ['minutes', 'hours', 'days', 'weeks', 'months'];

/** A length of time as a number and a unit; durations of several units as they are written. */
export function DurationField({ label, value, onChange, locale, units = ALL }: Props) {
  const words = WORDS[locale];
  const parts = partsOfDuration(value);
  if (!parts)
    return (
      <TextInput
        label={label}
        value={value}
        error={isDuration(value) ? undefined : words.iso}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TypedText
        label={label}
        w={96}
        styles={{ label: { whiteSpace: 'nowrap' } }}
        inputMode="numeric"
        value={parts.count}
        write={String}
        read={wholeNumber}
        onChange={(count) => onChange(isoOf(count, parts.unit))}
        unread={words.count}
        data-autofocus
      />
      <Select
        aria-label={`${label} ${words.unit}`}
        mt={26}
        w={124}
        allowDeselect={false}
        value={parts.unit}
        data={units.map((unit) => ({ value: unit, label: DURATION_UNITS[unit].label[locale] }))}
        onChange={(unit) => unit && onChange(isoOf(parts.count, unit))}
      />
    </Group>
  );
}

const wholeNumber = (text: string): number | undefined => {
  const number = numberFrom(text);
  return number !== undefined && Number.isInteger(number) && number >= 0 && number < 1_000_000 ? number : undefined;
};
