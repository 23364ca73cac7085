import { ActionIcon, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Trigger } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { TriggerFields } from './TriggerFields.tsx';
import { TriggerFilter } from './TriggerFilter.tsx';
import { WORDS } from './trigger-form-words.ts';
import classes from './Form.module.css';
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
        {words.about[trigger.on]}
      </Text>
      <TriggerFields trigger={trigger} onChange={onChange} context={context} />
      <TriggerFilter trigger={trigger} onChange={onChange} context={context} />
    </section>
  );
}
