import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import type { FormProps } from '../define-view.ts';
import { ArmRows } from '../fields/ArmRows.tsx';
import { newArm, sumOf, type Split } from './node.ts';

const WORDS = {
  ja: {
    of: '割合',
    sum: (n: number) => `合計 ${n}%`,
    wrong: (n: number) => `合計 ${n}% ≠ 100%`,
    even: '等分する',
    help: '同じ人はいつも同じ出口へ進みます。割合を変えると、境目の人だけが移ります。',
  },
  en: {
    of: 'Share of',
    sum: (n: number) => `${n}% together`,
    wrong: (n: number) => `${n}% together; make it 100%`,
    even: 'Share evenly',
    help: 'A customer always leaves by the same way. When shares change, only those at the edges move.',
  },
};

export function Form({ config, onChange, context: { locale } }: FormProps<Split>) {
  const words = WORDS[locale];
  const { arms } = config;
  const set = (next: Split['arms']) => onChange({ ...config, arms: next });
  const sum = sumOf(arms);
  return (
    <Stack gap="sm">
      <ArmRows
        arms={arms}
        share={({ percent }) => percent}
        withShare={(arm, percent) => ({ ...arm, percent })}
        of={words.of}
        unit="%"
        make={() => newArm(config)}
        onChange={set}
        locale={locale}
      />
      <Group justify="space-between">
        <Text component="output" size="sm" c={sum === 100 ? undefined : 'var(--tabiji-error)'}>
          {sum === 100 ? words.sum(sum) : words.wrong(sum)}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconEqual size={14} stroke={1.75} />}
          onClick={() => set(evenly(arms))}
        >
          {words.even}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {words.help}
      </Text>
    </Stack>
  );
}

/** Equal shares in tenths; what is left over goes to the first. */
function evenly(arms: Split['arms']): Split['arms'] {
  const each = Math.floor(1000 / arms.length) / 10;
  const first = Math.round((100 - each * (arms.length - 1)) * 10) / 10;
  return arms.map((arm, i) => ({ ...arm, percent: i === 0 ? first : each }));
}
