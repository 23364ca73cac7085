import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { FormProps } from '../define-view.ts';
import { STEP_WORDS } from './form-words.ts';
import type { Step, Update } from './node.ts';
import { StepRow } from './StepRow.tsx';

export function Form({ config: { steps }, onChange, context }: FormProps<Update>) {
  const words = STEP_WORDS[context.locale];
  const set = (next: Step[]) => onChange({ steps: next });
  return (
    <Stack gap="sm">
      {steps.map((step, i) => (
        <StepRow
          key={i}
          step={step}
          onChange={(next) => set(steps.map((old, at) => (at === i ? next : old)))}
          onRemove={() => set(steps.filter((_, at) => at !== i))}
          context={context}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} />}
        disabled={steps.length >= 50}
        onClick={() => set([...steps, { do: 'set', attribute: '', value: '' }])}
      >
        {words.add}
      </Button>
      <Text size="xs" c="dimmed">
        {words.help}
      </Text>
    </Stack>
  );
}
