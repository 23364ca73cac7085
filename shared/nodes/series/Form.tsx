import { ActionIcon, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { SenderField } from '../fields/SenderField.tsx';
import type { FormProps } from '../define-view.ts';
import { withSender } from '../sender-choice.ts';
import type { Series } from './node.ts';

const WORDS = {
  ja: {
    letters: 'この順に1通ずつ',
    help: 'この手順に来るたびに、まだ受け取っていない最初の1通が送られます。他のジャーニーで届いたものも数えます。後から足した1通は、全員に一度だけ届きます。',
    add: 'テンプレートを追加',
    nothing: '見つかりません',
    up: '上へ',
    down: '下へ',
    remove: '連載から外す',
    gone: (key: string) => `${key}（削除されています）`,
    whenEmpty: '全部受け取った人は',
    leave: '「全部読んだ」の出口へ進む',
    wait: '次の1通が足されるまでここで待つ',
  },
  en: {
    letters: 'One at a time, in this order',
    help: 'At every visit customers get the first letter they have not had yet, wherever they had it from. A letter added later reaches everybody once.',
    add: 'Add a template',
    nothing: 'Nothing found',
    up: 'Move up',
    down: 'Move down',
    remove: 'Take out of the series',
    gone: (key: string) => `${key} (deleted)`,
    whenEmpty: 'Whoever has had them all',
    leave: 'Goes on by “Had them all”',
    wait: 'Rests here until another is added',
  },
};

export function Form({ config, onChange, context }: FormProps<Series>) {
  const { locale, catalogue, names } = context;
  const words = WORDS[locale];
  const { templates } = config;
  const set = (next: string[]) => onChange({ ...config, templates: next });
  const swap = (i: number, j: number) => {
    const [a, b] = [templates[i], templates[j]];
    if (a !== undefined && b !== undefined) set(templates.map((old, at) => (at === i ? b : at === j ? a : old)));
  };
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {words.letters}
        </Text>
        {templates.map((key, i) => {
          const name = names.template(key) ?? words.gone(key);
          return (
            <Group key={key} gap={2} wrap="nowrap">
              <Text size="sm" style={{ flex: 1 }}>
                {i + 1}. {name}
              </Text>
              <Act
                icon={IconArrowUp}
                label={`${words.up}: ${name}`}
                disabled={i === 0}
                onClick={() => swap(i, i - 1)}
              />
              <Act
                icon={IconArrowDown}
                label={`${words.down}: ${name}`}
                disabled={i === templates.length - 1}
                onClick={() => swap(i, i + 1)}
              />
              <Act
                icon={IconX}
                label={`${words.remove}: ${name}`}
                onClick={() => set(templates.filter((_, at) => at !== i))}
              />
            </Group>
          );
        })}
        <Select
          key={templates.length}
          aria-label={words.add}
          placeholder={words.add}
          data={catalogue.templates
            .filter(({ key }) => !templates.includes(key))
            .map(({ key, name }) => ({ value: key, label: name }))}
          value={null}
          onChange={(key) => key && set([...templates, key])}
          searchable
          nothingFoundMessage={words.nothing}
        />
        <Text size="xs" c="dimmed">
          {words.help}
        </Text>
      </Stack>
      <SenderField
        value={config.sender}
        onChange={(sender) => onChange(withSender(config, sender))}
        context={context}
      />
      <Radio.Group
        label={words.whenEmpty}
        value={config.whenEmpty}
        onChange={(whenEmpty) => onChange({ ...config, whenEmpty: whenEmpty === 'wait' ? 'wait' : 'leave' })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="leave" label={words.leave} />
          <Radio value="wait" label={words.wait} />
        </Stack>
      </Radio.Group>
    </Stack>
  );
}

interface ActProps {
  icon: typeof IconX;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

const Act = ({ icon: Icon, label, disabled = false, onClick }: ActProps) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    aria-label={label}
    title={label}
    disabled={disabled}
    style={{ background: 'none' }}
    onClick={onClick}
  >
    <Icon size={16} stroke={1.75} />
  </ActionIcon>
);
