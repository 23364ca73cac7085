import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Locale } from '../../locale.ts';
import { armLabel, type Arm } from '../arms.ts';
import { CountField } from './CountField.tsx';

const WORDS = {
  ja: { name: '出口の名前', remove: 'この出口を外す', add: '出口を追加', unread: '0〜100の数を入れてください' },
  en: {
    name: 'Name of the way out',
    remove: 'Remove this way out',
    add: 'Add a way out',
    unread: 'Enter a number from 0 to 100',
  },
};

interface Props<T extends Arm> {
  arms: readonly T[];
  share: (arm: T) => number;
  /** What the numbers are called. */
  of: string;
  unit: string;
  onChange: (arms: T[]) => void;
  withShare: (arm: T, share: number) => T;
  /** A new way out; undefined when there are enough. */
  make: () => T;
  locale: Locale;
}

/** Ways out with a name and a share each. */
export function ArmRows<T extends Arm>({ arms, share, of, unit, onChange, withShare, make, locale }: Props<T>) {
  const words = WORDS[locale];
  const edit = (i: number, arm: T) => onChange(arms.map((old, at) => (at === i ? arm : old)));
  return (
    <Stack gap="xs">
      {arms.map((arm, i) => (
        <Group key={arm.port} gap={6} wrap="nowrap" align="flex-start">
          <TextInput
            aria-label={words.name}
            placeholder={armLabel({ port: arm.port })[locale]}
            maxLength={100}
            style={{ flex: 1 }}
            value={arm.label ?? ''}
            onChange={({ currentTarget }) => edit(i, { ...arm, label: currentTarget.value || undefined })}
          />
          <CountField
            aria-label={`${of} ${armLabel(arm)[locale]}`}
            width={84}
            rightSection={
              <Text size="xs" c="dimmed">
                {unit}
              </Text>
            }
            value={share(arm)}
            from={0}
            to={100}
            step={0.1}
            onChange={(next) => edit(i, withShare(arm, next))}
            unread={words.unread}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={4}
            aria-label={words.remove}
            title={words.remove}
            disabled={arms.length <= 2}
            style={{ background: 'none' }}
            onClick={() => onChange(arms.filter((_, at) => at !== i))}
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
        disabled={arms.length >= 20}
        onClick={() => onChange([...arms, make()])}
      >
        {words.add}
      </Button>
    </Stack>
  );
}
