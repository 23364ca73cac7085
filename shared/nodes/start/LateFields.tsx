import { Stack } from '@mantine/core';
import type { TriggerOn } from '../../journey/triggers.ts';
import type { Locale } from '../../locale.ts';
import { CountField } from '../fields/CountField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import { WORDS } from './trigger-form-words.ts';

type Late = TriggerOn<'late'>;

interface Props {
  trigger: Late;
  onChange: (trigger: Late) => void;
  locale: Locale;
}

/** How much later than their own rhythm. */
export function LateFields({ trigger, onChange, locale }: Props) {
  const words = WORDS[locale];
  const { at, ...rest } = trigger;
  return (
    <Stack gap="sm" mt={8}>
      <CountField
        label={words.times}
        value={trigger.times}
        from={0.1}
        to={100}
        step={0.1}
        onChange={(times) => onChange({ ...trigger, times })}
        unread={words.timesUnread}
      />
      <DurationField
        label={words.atLeast}
        value={trigger.atLeast ?? 'P0D'}
        onChange={(atLeast) => onChange({ ...trigger, atLeast })}
        locale={locale}
        units={['days', 'weeks', 'months']}
      />
      <CountField
        label={words.least}
        value={trigger.orders ?? 3}
        from={2}
        to={100}
        onChange={(orders) => onChange({ ...trigger, orders })}
        unread={words.leastUnread}
      />
      <TimeField
        label={words.at}
        value={at}
        onChange={(time) => onChange({ ...rest, ...(time && { at: time }) })}
        locale={locale}
      />
    </Stack>
  );
}
