import { ActionIcon, Autocomplete, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { FormContext } from '../define-view.ts';
import { numberFrom } from '../../normalise.ts';
import { CountField } from '../fields/CountField.tsx';
import { STEP_WORDS } from './form-words.ts';
import type { Step } from './node.ts';

const KINDS = ['set', 'clear', 'add', 'copy', 'tag', 'untag'] as const;

interface Props {
  step: Step;
  onChange: (step: Step) => void;
  onRemove: () => void;
  context: FormContext;
}

/** One change: what is done, to which attribute or tag, with what. */
export function StepRow({ step, onChange, onRemove, context: { locale, catalogue } }: Props) {
  const words = STEP_WORDS[locale];
  return (
    <Stack gap={6} component="section" aria-label={words.kinds[step.do]} style={{ paddingBottom: 4 }}>
      <Group gap={6} wrap="nowrap">
        <Select
          aria-label={words.kind}
          style={{ flex: 1 }}
          allowDeselect={false}
          data={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={step.do}
          onChange={(kind) => kind && onChange(changedTo(kind, step))}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={words.remove} title={words.remove} onClick={onRemove}>
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </Group>
      {'attribute' in step ? (
        <Autocomplete
          aria-label={words.attribute}
          placeholder={words.attribute}
          data={catalogue.attributes}
          maxLength={100}
          value={step.attribute}
          onChange={(attribute) => onChange({ ...step, attribute })}
        />
      ) : (
        <TextInput
          aria-label={words.tag}
          placeholder={words.tag}
          maxLength={100}
          value={step.tag}
          onChange={({ currentTarget }) => onChange({ ...step, tag: currentTarget.value })}
        />
      )}
      {step.do === 'set' && (
        <TextInput
          aria-label={words.value}
          placeholder={words.value}
          value={typeof step.value === 'string' ? step.value : JSON.stringify(step.value)}
          onChange={({ currentTarget }) => onChange({ ...step, value: currentTarget.value })}
          onBlur={({ currentTarget }) =>
            onChange({ ...step, value: numberFrom(currentTarget.value) ?? currentTarget.value })
          }
        />
      )}
      {step.do === 'add' && (
        <CountField
          aria-label={words.by}
          value={step.by}
          from={-1e9}
          to={1e9}
          step={0.01}
          onChange={(by) => onChange({ ...step, by })}
          unread={words.unread}
        />
      )}
      {step.do === 'copy' && (
        <Group gap={6} wrap="nowrap">
          <Autocomplete
            aria-label={words.event}
            placeholder={words.event}
            data={catalogue.events}
            value={step.event}
            onChange={(event) => onChange({ ...step, event })}
          />
          <TextInput
            aria-label={words.property}
            placeholder={words.property}
            value={step.property}
            onChange={({ currentTarget }) => onChange({ ...step, property: currentTarget.value })}
          />
        </Group>
      )}
    </Stack>
  );
}

function changedTo(kind: Step['do'], old: Step): Step {
  const attribute = 'attribute' in old ? old.attribute : '';
  const tag = 'tag' in old ? old.tag : '';
  switch (kind) {
    case 'set':
      return { do: kind, attribute, value: '' };
    case 'clear':
      return { do: kind, attribute };
    case 'add':
      return { do: kind, attribute, by: 1 };
    case 'copy':
      return { do: kind, attribute, event: '', property: '' };
    case 'tag':
    case 'untag':
      return { do: kind, tag };
  }
}
