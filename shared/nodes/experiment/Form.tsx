import { Radio, Stack, Text } from '@mantine/core';
import type { FormProps } from '../define-view.ts';
import { ArmRows } from '../fields/ArmRows.tsx';
import { CountField } from '../fields/CountField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { newArm, type Experiment } from './node.ts';

const WORDS = {
  ja: {
    weight: '割合',
    goal: '目標',
    goalHelp: 'この手順で分かれた後のことだけを数えます。',
    within: '判定まで',
    then: '結果が出たら',
    winner: '新しく来る人は、よかった出口へ進む',
    keep: 'そのまま分け続ける',
    minimum: '出口ごとの最少人数',
    unread: '20以上の整数を入れてください',
    help: '期間が過ぎた人だけで比べます。途中で何度見ても誤って決まる確率は5%以下です。違いが偶然かもしれない間は「判定できません」と出ます。',
  },
  en: {
    weight: 'Weight of',
    goal: 'Goal',
    goalHelp: 'Only what happens after the choice counts.',
    within: 'Judge after',
    then: 'Once it can be told',
    winner: 'Newcomers take the best way',
    keep: 'Go on dividing',
    minimum: 'Customers per way, at least',
    unread: 'Enter a whole number from 20',
    help: 'Only customers who have had the whole time are compared. However often you look, the chance of a wrong winner is at most 5%. As long as the difference may be chance, the result is “cannot tell yet”.',
  },
};

export function Form({
  config,
  onChange,
  context: { locale, ConditionEditor, ExperimentStanding },
}: FormProps<Experiment>) {
  const words = WORDS[locale];
  const { arms } = config;
  return (
    <Stack gap="md">
      <ExperimentStanding />
      <ArmRows
        arms={arms}
        share={({ weight }) => weight}
        withShare={(arm, weight) => ({ ...arm, weight })}
        of={words.weight}
        unit=""
        make={() => newArm(config)}
        onChange={(next) => onChange({ ...config, arms: next })}
        locale={locale}
      />
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {words.goal}
        </Text>
        <Text size="xs" c="dimmed">
          {words.goalHelp}
        </Text>
        <ConditionEditor value={config.goal} onChange={(goal) => onChange({ ...config, goal })} />
      </Stack>
      <DurationField
        label={words.within}
        value={config.within}
        onChange={(within) => onChange({ ...config, within })}
        locale={locale}
      />
      <CountField
        label={words.minimum}
        value={config.minimum}
        from={20}
        to={1_000_000}
        onChange={(minimum) => onChange({ ...config, minimum })}
        unread={words.unread}
      />
      <Radio.Group
        label={words.then}
        value={config.then}
        onChange={(then) => onChange({ ...config, then: then === 'winner' ? 'winner' : 'keep' })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="winner" label={words.winner} />
          <Radio value="keep" label={words.keep} />
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed">
        {words.help}
      </Text>
    </Stack>
  );
}
