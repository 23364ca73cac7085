import { Button, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconFilter, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Trigger } from '../../journey/triggers.ts';
import type { FormProps } from '../define-view.ts';
import { newTrigger, TRIGGER_KINDS } from './new-trigger.ts';
import type { Start } from './node.ts';
import { WORDS } from './trigger-form-words.ts';
import { TriggerCard } from './TriggerCard.tsx';
import classes from './Form.module.css';
import { TRIGGER_LABELS } from './words.ts';

export function Form({ config, onChange, context }: FormProps<Start>) {
  const { locale } = context;
  const words = WORDS[locale];
  const { triggers } = config;
  const set = (next: Trigger[]) => onChange({ ...config, triggers: next });
  const add = (kind: Trigger['on']) => set([...triggers, newTrigger(kind)]);
  if (triggers.length === 0)
    return (
      <Stack gap={6} component="fieldset" className={classes.choices} aria-label={words.choose}>
        <Text size="xs" c="dimmed">
          {words.choose}
        </Text>
        {TRIGGER_KINDS.map((kind, i) => (
          <UnstyledButton
            key={kind}
            className={classes.choice}
            onClick={() => add(kind)}
            data-autofocus={i === 0 || undefined}
          >
            <span className={classes.name}>{TRIGGER_LABELS[kind][locale]}</span>
            <span className={classes.about}>{words.about[kind]}</span>
          </UnstyledButton>
        ))}
      </Stack>
    );
  return (
    <Stack gap="sm">
      {triggers.length > 1 && (
        <Text size="xs" c="dimmed">
          {words.heading}
        </Text>
      )}
      {triggers.map((trigger, i) => (
        <TriggerCard
          key={i}
          trigger={trigger}
          onChange={(next) => set(triggers.map((old, at) => (at === i ? next : old)))}
          onRemove={() => set(triggers.filter((_, at) => at !== i))}
          context={context}
        />
      ))}
      {triggers.length < 5 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={16} stroke={1.75} />}>
              {words.add}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {TRIGGER_KINDS.map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {TRIGGER_LABELS[kind][locale]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Filter config={config} onChange={onChange} context={context} />
    </Stack>
  );
}

function Filter({ config: { triggers, filter }, onChange, context }: FormProps<Start>) {
  const words = WORDS[context.locale];
  const [isOpen, setOpen] = useState(filter !== undefined);
  const { ConditionEditor } = context;
  if (!isOpen && filter === undefined)
    return (
      <Button variant="subtle" leftSection={<IconFilter size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
        {words.addFilter}
      </Button>
    );
  return (
    <section className={classes.trigger} aria-label={words.filter}>
      <Text size="sm" fw={600}>
        {words.filter}
      </Text>
      <Text size="xs" c="dimmed" mb={8}>
        {words.filterHelp}
      </Text>
      <ConditionEditor value={filter ?? { all: [] }} onChange={(next) => onChange({ triggers, filter: next })} />
      <Button
        mt={8}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconX size={14} stroke={1.75} />}
        onClick={() => {
          setOpen(false);
          onChange({ triggers });
        }}
      >
        {words.removeFilter}
      </Button>
    </section>
  );
}
