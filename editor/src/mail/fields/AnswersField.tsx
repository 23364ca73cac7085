import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from './FieldControl.tsx';
import { useTyped } from './use-typed.ts';

interface Answer {
  value: string;
  label: string;
}

const isAnswers = (value: unknown): value is Answer[] => Array.isArray(value);

/** The answers of a question: what readers see, and what is kept. */
export function AnswersField({ label, value, onChange }: ControlProps) {
  const { t } = useTranslation('blocks');
  const answers = isAnswers(value) ? value : [];
  const put = (at: number, change: Partial<Answer>) =>
    onChange(answers.map((answer, i) => (i === at ? { ...answer, ...change } : answer)));
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="xs">
        {answers.map((answer, i) => (
          <Group key={i} gap="xs" wrap="nowrap" align="end">
            <Cell
              name={t('answer.label', { number: i + 1 })}
              value={answer.label}
              onChange={(text) => put(i, { label: text })}
            />
            <Cell
              name={t('answer.value', { number: i + 1 })}
              value={answer.value}
              onChange={(text) => put(i, { value: text })}
            />
            <ActionIcon
              variant="subtle"
              color="nezumi"
              size={36}
              aria-label={t('answer.remove', { number: i + 1 })}
              disabled={answers.length === 1}
              onClick={() => onChange(answers.filter((_, at) => at !== i))}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          </Group>
        ))}
        {answers.length < 20 && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={16} stroke={1.75} />}
            onClick={() =>
              onChange([
                ...answers,
                { value: `answer_${answers.length + 1}`, label: t('answer.new', { number: answers.length + 1 }) },
              ])
            }
          >
            {t('answer.add')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

function Cell({ name, value, onChange }: { name: string; value: string; onChange: (text: string) => void }) {
  const { onChange: type, ...typed } = useTyped(value, onChange);
  return (
    <TextInput
      flex={1}
      miw={0}
      size="xs"
      aria-label={name}
      {...typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
