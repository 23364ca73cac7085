import { Select, Stack, Switch, Text } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import { TimeField } from '../fields/TimeField.tsx';
import { DateChoice } from './DateChoice.tsx';
import { WORDS } from './form-words.ts';
import type { WaitUntilDate } from './node.ts';
import { OffsetFields } from './OffsetFields.tsx';
import { OptionalSpan } from './OptionalSpan.tsx';

type Optional = 'offset' | 'at' | 'every' | 'late' | 'waitForDate' | 'estimate';

export function Form({ config, onChange, context }: FormProps<WaitUntilDate>) {
  const { locale } = context;
  const words = WORDS[locale];
  /** Settings that are not made are left out of the document. */
  const set =
    <K extends Optional>(key: K) =>
    (value: WaitUntilDate[K]) => {
      const next = { ...config };
      if (value === undefined) delete next[key];
      else next[key] = value;
      onChange(next);
    };
  return (
    <Stack gap="md">
      <DateChoice config={config} onChange={onChange} context={context} />
      <OffsetFields value={config.offset} onChange={set('offset')} locale={locale} />
      <TimeField label={words.at} value={config.at} onChange={set('at')} locale={locale} />
      <Switch
        label={words.every}
        description={words.everyHelp}
        checked={config.every !== undefined}
        onChange={({ currentTarget }) => set('every')(currentTarget.checked ? 'year' : undefined)}
      />
      {!config.every && (
        <Select
          label={words.past}
          allowDeselect={false}
          value={config.past}
          data={(['go_on', 'skip', 'next_year'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(past) => past && onChange({ ...config, past })}
        />
      )}
      {!config.every && config.past === 'skip' && (
        <OptionalSpan
          label={words.late}
          description={words.lateHelp}
          spanLabel={words.lateSpan}
          first="P3D"
          value={config.late}
          onChange={set('late')}
          locale={locale}
        />
      )}
      {(config.date === 'shipped' || config.date === 'delivered') && (
        <OptionalSpan
          label={words.estimate}
          description={words.estimateHelp}
          spanLabel={words.estimateSpan}
          first="P2D"
          value={config.estimate}
          onChange={set('estimate')}
          locale={locale}
        />
      )}
      <OptionalSpan
        label={words.waits}
        description={words.waitsHelp}
        spanLabel={words.waitsSpan}
        first="P30D"
        value={config.waitForDate}
        onChange={set('waitForDate')}
        locale={locale}
      />
      <Text size="xs" c="dimmed">
        {words.moves}
      </Text>
    </Stack>
  );
}
