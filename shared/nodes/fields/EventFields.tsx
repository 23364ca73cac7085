import { Autocomplete, Stack } from '@mantine/core';
import type { PropertyTest } from '../../conditions/condition.ts';
import type { Locale } from '../../locale.ts';
import { PropertyTests } from '../start/PropertyTests.tsx';

const WORDS = {
  ja: { event: 'イベント名' },
  en: { event: 'Event' },
};

interface EventTest {
  event: string;
  where?: PropertyTest[] | undefined;
}

interface Props {
  value: EventTest;
  onChange: (value: EventTest) => void;
  events: readonly string[];
  locale: Locale;
}

/** An event's name and what its properties must be. */
export function EventFields({ value: { event, where = [] }, onChange, events, locale }: Props) {
  const words = WORDS[locale];
  const set = (name: string, tests: PropertyTest[]) =>
    onChange({ event: name, ...(tests.length > 0 && { where: tests }) });
  return (
    <Stack gap="sm">
      <Autocomplete
        label={words.event}
        data={[...events]}
        value={event}
        onChange={(name) => set(name, where)}
        data-autofocus
      />
      <PropertyTests tests={where} onChange={(tests) => set(event, tests)} locale={locale} />
    </Stack>
  );
}
