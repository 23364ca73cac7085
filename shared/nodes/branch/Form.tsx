import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { FormProps } from '../define-view.ts';
import { ConditionChoice } from './ConditionChoice.tsx';
import { newBranch, type Branch } from './node.ts';
import classes from './Form.module.css';

const WORDS = {
  ja: {
    heading: (n: number) => `条件 ${n}`,
    label: '出口の名前',
    yes: 'あり',
    add: '出口を追加',
    up: '上へ',
    down: '下へ',
    remove: 'この条件を外す',
    order: '上から順に判定し、最初に当てはまった出口へ進みます。',
    rest: (name: string) => `どれにも当てはまらない人は「${name}」へ進みます。`,
    no: 'なし',
    others: 'その他',
  },
  en: {
    heading: (n: number) => `Condition ${n}`,
    label: 'Name of the port',
    yes: 'Yes',
    add: 'Add another way out',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove this condition',
    order: 'Judged from top to bottom; the first that is met wins.',
    rest: (name: string) => `Everybody else goes on at “${name}”.`,
    no: 'No',
    others: 'Everybody else',
  },
};

type Arm = Branch['branches'][number];

export function Form({ config, onChange, context }: FormProps<Branch>) {
  const words = WORDS[context.locale];
  const { branches } = config;
  const set = (next: Arm[]) => onChange({ ...config, branches: next });
  const edit = (i: number, arm: Partial<Arm>) => set(branches.map((old, at) => (at === i ? { ...old, ...arm } : old)));
  const swap = (i: number, j: number) => {
    const [a, b] = [branches[i], branches[j]];
    if (a && b) set(branches.map((old, at) => (at === i ? b : at === j ? a : old)));
  };
  const several = branches.length > 1;
  return (
    <Stack gap="md">
      {branches.map((arm, i) => (
        <section key={arm.port} className={several ? classes.arm : undefined} aria-label={words.heading(i + 1)}>
          {several && (
            <Group gap={2} className={classes.head}>
              <Text size="sm" fw={600} style={{ flex: 1 }}>
                {words.heading(i + 1)}
              </Text>
              <Act icon={IconArrowUp} label={words.up} disabled={i === 0} onClick={() => swap(i, i - 1)} />
              <Act
                icon={IconArrowDown}
                label={words.down}
                disabled={i === branches.length - 1}
                onClick={() => swap(i, i + 1)}
              />
              <Act icon={IconTrash} label={words.remove} onClick={() => set(branches.filter((_, at) => at !== i))} />
            </Group>
          )}
          <Stack gap="sm">
            <ConditionChoice value={arm.when} onChange={(when) => edit(i, { when })} context={context} />
            <TextInput
              label={words.label}
              placeholder={arm.port === 'yes' ? words.yes : arm.port}
              maxLength={100}
              value={arm.label ?? ''}
              onChange={({ currentTarget }) => edit(i, { label: currentTarget.value || undefined })}
            />
          </Stack>
        </section>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} />}
        onClick={() => set([...branches, newBranch(config, context.locale)])}
        disabled={branches.length >= 20}
      >
        {words.add}
      </Button>
      <Text size="xs" c="dimmed">
        {several && `${words.order} `}
        {words.rest(config.else === 'no' ? words.no : words.others)}
      </Text>
    </Stack>
  );
}

interface ActProps {
  icon: typeof IconTrash;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

const Act = ({ icon: Icon, label, disabled = false, onClick }: ActProps) => (
  <ActionIcon
    className={classes.act}
    variant="subtle"
    color="gray"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon size={16} stroke={1.75} />
  </ActionIcon>
);
