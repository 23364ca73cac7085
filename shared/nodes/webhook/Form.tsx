import { ActionIcon, Button, Group, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { FormProps } from '../define-view.ts';
import type { Webhook } from './node.ts';

const WORDS = {
  ja: {
    url: '呼び出し先のURL',
    method: 'メソッド',
    fields: '送る顧客の項目',
    fieldsHelp: '顧客番号はいつも送られます。ほかは選んだものだけです。',
    headers: 'ヘッダー',
    name: '名前',
    value: '値',
    keep: '返事から残す項目',
    field: '返事の項目',
    attribute: '属性',
    add: '追加',
    remove: '外す',
    help: '2xx は「成功」、4xx は「拒否」へ進みます。返事がない、5xx、429 のときは、間をあけて23時間まで繰り返し、だめなら「失敗」へ進みます。同じ呼び出しには同じ Idempotency-Key が付きます。',
  },
  en: {
    url: 'Address to call',
    method: 'Method',
    fields: 'What of the customer is sent',
    fieldsHelp: 'The customer’s id is always sent, of the rest only what you choose.',
    headers: 'Headers',
    name: 'Name',
    value: 'Value',
    keep: 'Keep from the reply',
    field: 'Field of the reply',
    attribute: 'Attribute',
    add: 'Add',
    remove: 'Remove',
    help: '2xx goes on by “OK”, 4xx by “Refused”. No reply, 5xx and 429 are tried again with growing pauses for 23 hours, then customers go on by “Failed”. Repeats carry the same Idempotency-Key.',
  },
};

export function Form({ config, onChange, context: { locale, catalogue } }: FormProps<Webhook>) {
  const words = WORDS[locale];
  return (
    <Stack gap="md">
      <TextInput
        label={words.url}
        placeholder="https://example.com/hook"
        type="url"
        maxLength={2000}
        value={config.url}
        onChange={({ currentTarget }) => onChange({ ...config, url: currentTarget.value.trim() })}
        data-autofocus
      />
      <Select
        label={words.method}
        w={120}
        allowDeselect={false}
        data={['POST', 'PUT', 'PATCH']}
        value={config.method}
        onChange={(method) => method && onChange({ ...config, method })}
      />
      <TagsInput
        label={words.fields}
        description={words.fieldsHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={catalogue.attributes}
        value={config.fields}
        onChange={(fields) => onChange({ ...config, fields })}
      />
      <Pairs
        label={words.headers}
        of={[words.name, words.value]}
        rows={config.headers.map(({ name, value }) => [name, value])}
        onChange={(rows) => onChange({ ...config, headers: rows.map(([name, value]) => ({ name, value })) })}
        words={words}
      />
      <Pairs
        label={words.keep}
        of={[words.field, words.attribute]}
        rows={config.keep.map(({ field, attribute }) => [field, attribute])}
        onChange={(rows) => onChange({ ...config, keep: rows.map(([field, attribute]) => ({ field, attribute })) })}
        words={words}
      />
      <Text size="xs" c="dimmed">
        {words.help}
      </Text>
    </Stack>
  );
}

type Pair = [string, string];

interface PairsProps {
  label: string;
  of: Pair;
  rows: Pair[];
  onChange: (rows: Pair[]) => void;
  words: { add: string; remove: string };
}

/** Rows of two texts each. */
function Pairs({ label, of, rows, onChange, words }: PairsProps) {
  const edit = (i: number, row: Pair) => onChange(rows.map((old, at) => (at === i ? row : old)));
  return (
    <Stack gap={6} component="fieldset" style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      <Text component="legend" size="sm" fw={600} p={0} mb={4}>
        {label}
      </Text>
      {rows.map(([left, right], i) => (
        <Group key={i} gap={6} wrap="nowrap">
          <TextInput
            aria-label={of[0]}
            placeholder={of[0]}
            error={left === ''}
            value={left}
            onChange={({ currentTarget }) => edit(i, [currentTarget.value, right])}
          />
          <TextInput
            aria-label={of[1]}
            placeholder={of[1]}
            value={right}
            onChange={({ currentTarget }) => edit(i, [left, currentTarget.value])}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.remove}
            title={words.remove}
            onClick={() => onChange(rows.filter((_, at) => at !== i))}
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
        disabled={rows.length >= 20}
        onClick={() => onChange([...rows, ['', '']])}
      >
        {words.add}
      </Button>
    </Stack>
  );
}
