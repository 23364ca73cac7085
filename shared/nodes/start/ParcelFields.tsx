import { Text } from '@mantine/core';
import type { ElapsedTrigger } from '../../journey/triggers.ts';
import type { Locale } from '../../locale.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { PropertyTests } from './PropertyTests.tsx';
import { WORDS } from './trigger-form-words.ts';

interface Props {
  trigger: ElapsedTrigger;
  onChange: (trigger: ElapsedTrigger) => void;
  locale: Locale;
}

/** Dates of shipments: which orders, what is taken for the date until it is told, and when it comes too late. */
export function ParcelFields({ trigger, onChange, locale }: Props) {
  const words = WORDS[locale];
  const { where, ...rest } = trigger;
  return (
    <>
      <Text size="xs" c="dimmed">
        {trigger.since === 'run_out' ? words.runOutHelp : words.estimateHelp}
      </Text>
      <DurationField
        label={words.estimate}
        value={trigger.estimate ?? 'P2D'}
        onChange={(estimate) => onChange({ ...trigger, estimate })}
        locale={locale}
        units={['days', 'weeks']}
      />
      <DurationField
        label={words.skipLate}
        value={trigger.skipLate ?? 'P3D'}
        onChange={(skipLate) => onChange({ ...trigger, skipLate })}
        locale={locale}
        units={['hours', 'days', 'weeks']}
      />
      <PropertyTests
        tests={where ?? []}
        onChange={(tests) => onChange(tests.length > 0 ? { ...rest, where: tests } : rest)}
        locale={locale}
        of="item"
      />
    </>
  );
}
