import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { EventFields } from '../fields/EventFields.tsx';
import { TimeField } from '../fields/TimeField.tsx';
import { isHeard, type WaitFor } from './node.ts';

const WORDS = {
  ja: {
    what: '何を待つか',
    event: 'イベント',
    condition: '条件',
    eventHelp: 'この手順に来た後に起きたものだけを数えます。',
    conditionHelp: 'すでに当てはまっている人は、待たずに進みます。',
    until: '最長',
    at: 'その日の時刻（任意）',
    atHelp: 'この時刻まで待っても起きなければ「期限切れ」へ進みます。',
  },
  en: {
    what: 'What to wait for',
    event: 'Event',
    condition: 'Condition',
    eventHelp: 'Only what happens after customers have come here counts.',
    conditionHelp: 'Whoever meets it already goes on at once.',
    until: 'At most',
    at: 'Time of day (optional)',
    atHelp: 'If nothing has happened by then, customers go on by “Time is up”.',
  },
};

export function Form({ config, onChange, context }: FormProps<WaitFor>) {
  const { locale, catalogue, ConditionEditor } = context;
  const words = WORDS[locale];
  const { for: what } = config;
  const set = (next: WaitFor['for']) => onChange({ ...config, for: next });
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <SegmentedControl
          fullWidth
          aria-label={words.what}
          data={[
            { value: 'event', label: words.event },
            { value: 'condition', label: words.condition },
          ]}
          value={isHeard(what) ? 'event' : 'condition'}
          onChange={(kind) => set(kind === 'event' ? { event: '' } : { all: [] })}
        />
        <Text size="xs" c="dimmed">
          {isHeard(what) ? words.eventHelp : words.conditionHelp}
        </Text>
        {isHeard(what) ? (
          <EventFields value={what} onChange={set} events={catalogue.events} locale={locale} />
        ) : (
          <ConditionEditor value={what} onChange={set} />
        )}
      </Stack>
      <DurationField
        label={words.until}
        value={config.until}
        onChange={(until) => onChange({ ...config, until })}
        locale={locale}
      />
      <TimeField
        label={words.at}
        description={words.atHelp}
        value={config.at}
        onChange={(at) => onChange({ for: what, until: config.until, ...(at && { at }) })}
        locale={locale}
      />
    </Stack>
  );
}
