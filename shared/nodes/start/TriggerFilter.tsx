import { Button, Text } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Trigger } from '../../journey/triggers.ts';
import type { FormContext } from '../define-view.ts';
import { WORDS } from './trigger-form-words.ts';
import classes from './Form.module.css';

interface Props {
  trigger: Trigger;
  onChange: (trigger: Trigger) => void;
  context: FormContext;
}

/** Who may enter by this trigger, beside what the start asks of everybody. */
export function TriggerFilter({ trigger, onChange, context: { locale, ConditionEditor } }: Props) {
  const words = WORDS[locale];
  const [isOpen, setOpen] = useState(trigger.filter !== undefined);
  const { filter, ...rest } = trigger;
  if (!isOpen && filter === undefined)
    return (
      <Button
        mt={8}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconFilter size={14} stroke={1.75} />}
        onClick={() => setOpen(true)}
      >
        {words.addOwnFilter}
      </Button>
    );
  return (
    <div className={classes.filter}>
      <Text size="xs" c="dimmed" mb={4}>
        {words.ownFilter}
      </Text>
      <ConditionEditor value={filter ?? { all: [] }} onChange={(next) => onChange({ ...rest, filter: next })} />
      <Button
        mt={4}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconX size={14} stroke={1.75} />}
        onClick={() => {
          setOpen(false);
          onChange(rest);
        }}
      >
        {words.removeFilter}
      </Button>
    </div>
  );
}
