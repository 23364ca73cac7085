import { ActionIcon, Button, Code, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { FormProps } from '../define-view.ts';
import { plain } from '../../normalise.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { newAnswer, type Question } from './node.ts';

const WORDS = {
  ja: {
    name: '質問の名前（半角）',
    nameHelp: 'メールと条件の中でこの質問を指す名前です。例：felt_effect',
    text: '質問の文',
    textHelp: '答えのページに出ます。例：実感はありましたか？',
    answers: '答え',
    label: '答えの文',
    value: '記録する値（半角）',
    remove: 'この答えを外す',
    add: '答えを追加',
    badName: '半角の英数字と _ で入れてください',
    until: '待つ期間',
    asked: '質問したメール',
    here: 'この手順に来てからの答えを数える',
    links: 'メールの本文に、答えごとのリンクとしてこう書きます。',
    kept: (question: string) => `後のメールでは {{ answers.${question} }} として使えます。`,
  },
  en: {
    name: 'Name of the question',
    nameHelp: 'Mails and conditions call it by this name, for example felt_effect',
    text: 'The question',
    textHelp: 'Stands on the page of the answers. For example: Do you feel a difference?',
    answers: 'Answers',
    label: 'What customers read',
    value: 'Kept as',
    remove: 'Remove this answer',
    add: 'Add an answer',
    badName: 'Use letters, digits and _',
    until: 'Wait',
    asked: 'Mail that asks',
    here: 'Count answers since arriving here',
    links: 'In the mail, write the links of the answers like this:',
    kept: (question: string) => `Later mails can use {{ answers.${question} }}.`,
  },
};

/** What of a text can be a name in mails. */
const nameIn = (text: string) =>
  plain(text)
    .replaceAll(/[^A-Za-z0-9_]/g, '')
    .slice(0, 40);

export function Form({ config, onChange, context: { locale, before } }: FormProps<Question>) {
  const words = WORDS[locale];
  const { answers } = config;
  const edit = (i: number, change: Partial<Question['answers'][number]>) =>
    onChange({ ...config, answers: answers.map((old, at) => (at === i ? { ...old, ...change } : old)) });
  const mails = before.filter(({ sends }) => sends).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap="md">
      <TextInput
        label={words.text}
        description={words.textHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        value={config.text}
        onChange={({ currentTarget }) => onChange({ ...config, text: currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={words.name}
        description={words.nameHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={config.question}
        onChange={({ currentTarget }) => {
          onChange({ ...config, question: nameIn(currentTarget.value) });
        }}
      />
      <Stack gap={6} component="fieldset" style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Text component="legend" size="sm" fw={600} p={0} mb={4}>
          {words.answers}
        </Text>
        {answers.map((answer, i) => (
          <Group key={answer.port} gap={6} wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={`${words.label} ${i + 1}`}
              placeholder={words.label}
              maxLength={100}
              style={{ flex: 3 }}
              value={answer.label}
              onChange={({ currentTarget }) => edit(i, { label: currentTarget.value })}
            />
            <TextInput
              aria-label={`${words.value} ${i + 1}`}
              placeholder={words.value}
              title={words.value}
              style={{ flex: 2 }}
              value={answer.value}
              error={answer.value === '' ? words.badName : undefined}
              onChange={({ currentTarget }) => edit(i, { value: nameIn(currentTarget.value) })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={`${words.remove} ${i + 1}`}
              title={words.remove}
              disabled={answers.length <= 1}
              style={{ background: 'none' }}
              onClick={() => onChange({ ...config, answers: answers.filter((_, at) => at !== i) })}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} stroke={1.75} />}
          style={{ alignSelf: 'flex-start' }}
          disabled={answers.length >= 20}
          onClick={() => onChange({ ...config, answers: [...answers, newAnswer(config)] })}
        >
          {words.add}
        </Button>
      </Stack>
      <DurationField
        label={words.until}
        value={config.until}
        onChange={(until) => onChange({ ...config, until })}
        locale={locale}
      />
      <Select
        label={words.asked}
        data={mails}
        placeholder={words.here}
        value={config.asked ?? null}
        clearable
        onChange={(asked) => {
          const { asked: _, ...rest } = config;
          onChange(asked ? { ...rest, asked } : rest);
        }}
      />
      {config.question !== '' && (
        <Stack gap={4}>
          <Text size="xs" c="dimmed">
            {words.links}
          </Text>
          <Code block>
            {answers
              .map(({ value, label }) => `<a href="{{ question.${config.question}.${value} }}">${label}</a>`)
              .join('\n')}
          </Code>
          <Text size="xs" c="dimmed">
            {words.kept(config.question)}
          </Text>
        </Stack>
      )}
    </Stack>
  );
}
