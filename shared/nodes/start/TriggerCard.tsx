import { ActionIcon, Autocomplete, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { RUNNABLE_TRIGGERS, type Trigger } from '../../journey/triggers.ts';
import { numberFrom } from '../../normalise.ts';
import type { FormContext } from '../define-view.ts';
import { TypedText } from '../fields/TypedText.tsx';
import { ElapsedFields } from './ElapsedFields.tsx';
import { PropertyTests } from './PropertyTests.tsx';
import { WORDS } from './trigger-form-words.ts';
import classes from './view.module.css';
import { TRIGGER_LABELS } from './words.ts';

interface Props {
  trigger: Trigger;
  onChange: (trigger: Trigger) => void;
  onRemove: () => void;
  context: FormContext;
}

/** One way into the journey, with its own fields. */
export function TriggerCard({ trigger, onChange, onRemove, context }: Props) {
  const { locale } = context;
  const words = WORDS[locale];
  return (
    <section className={classes.trigger} aria-label={TRIGGER_LABELS[trigger.on][locale]}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {TRIGGER_LABELS[trigger.on][locale]}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.remove}
          title={words.remove}
          onClick={onRemove}
          mr={-6}
        >
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </Group>
      <Text size="xs" c="dimmed">
        {RUNNABLE_TRIGGERS.has(trigger.on) ? words.about[trigger.on] : words.notYet}
      </Text>
      <Fields trigger={trigger} onChange={onChange} context={context} />
    </section>
  );
}

function Fields({ trigger, onChange, context }: Omit<Props, 'onRemove'>) {
  const { locale, catalogue } = context;
  const words = WORDS[locale];
  switch (trigger.on) {
    case 'nth_purchase':
      return (
        <TypedText
          mt={8}
          w={120}
          label={words.nth}
          inputMode="numeric"
          value={trigger.n}
          write={String}
          read={ordinal}
          onChange={(n) => onChange({ ...trigger, n })}
          unread={words.nthUnread}
        />
      );
    case 'event':
      return (
        <Stack gap="sm" mt={8}>
          <Autocomplete
            label={words.event}
            description={words.eventHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={catalogue.events}
            value={trigger.event}
            onChange={(event) => onChange({ ...trigger, event })}
          />
          <PropertyTests
            tests={trigger.where ?? []}
            onChange={(where) => onChange({ on: 'event', event: trigger.event, ...(where.length > 0 && { where }) })}
            locale={locale}
          />
        </Stack>
      );
    case 'segment':
      return (
        <Stack gap="sm" mt={8}>
          <Select
            label={words.segment}
            data={catalogue.segments.map(({ key, name }) => ({ value: key, label: name }))}
            value={trigger.segment || null}
            onChange={(segment) => segment && onChange({ ...trigger, segment })}
            searchable
            {...(catalogue.segments.length === 0 && { description: words.noSegments })}
          />
          <SegmentedControl
            fullWidth
            aria-label={words.change}
            data={[
              { value: 'entered', label: words.entered },
              { value: 'left', label: words.left },
            ]}
            value={trigger.change}
            onChange={(change) => onChange({ ...trigger, change: change === 'left' ? 'left' : 'entered' })}
          />
        </Stack>
      );
    case 'elapsed':
      return <ElapsedFields trigger={trigger} onChange={onChange} context={context} />;
    case 'first_purchase':
    case 'manual':
    case 'anniversary':
    case 'schedule':
    case 'message':
      return null;
  }
}

const ordinal = (text: string): number | undefined => {
  const n = numberFrom(text);
  return n !== undefined && Number.isInteger(n) && n >= 1 && n < 10_000 ? n : undefined;
};
