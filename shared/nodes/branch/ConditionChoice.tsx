import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Condition } from '../../conditions/condition.ts';
import { leavesOf } from '../../conditions/parts.ts';
import type { FormContext } from '../define-view.ts';
import classes from './ConditionChoice.module.css';
import { presetsAfter } from './presets.ts';

const WORDS = {
  ja: {
    choose: '条件を選ぶ',
    own: '自分で条件を作る',
    ownHelp: '属性・購入・イベント・セグメントから',
    again: '選び直す',
  },
  en: {
    choose: 'Choose a condition',
    own: 'Build a condition',
    ownHelp: 'From attributes, purchases, events, segments',
    again: 'Choose again',
  },
};

interface Props {
  value: Condition;
  onChange: (value: Condition) => void;
  context: FormContext;
}

/** The condition of one branch: ready-made ones first, then the builder. */
export function ConditionChoice({ value, onChange, context }: Props) {
  const { locale, before, ConditionEditor } = context;
  const words = WORDS[locale];
  const [isBuilding, setBuilding] = useState(false);
  const isEmpty = leavesOf(value).length === 0;
  if (!isEmpty || isBuilding)
    return (
      <Stack gap="xs" align="stretch">
        <ConditionEditor value={value} onChange={onChange} />
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconArrowBackUp size={14} stroke={1.75} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setBuilding(false);
            onChange({ all: [] });
          }}
        >
          {words.again}
        </Button>
      </Stack>
    );
  return (
    <Stack gap={6} component="fieldset" className={classes.choices} aria-label={words.choose}>
      <Text size="xs" c="dimmed">
        {words.choose}
      </Text>
      {presetsAfter(before).map(({ id, label, about, condition }) => (
        <UnstyledButton key={id} className={classes.preset} onClick={() => onChange(condition)}>
          <span className={classes.label}>{label[locale]}</span>
          <span className={classes.about}>{about[locale]}</span>
        </UnstyledButton>
      ))}
      <UnstyledButton className={classes.preset} onClick={() => setBuilding(true)}>
        <span className={classes.label}>
          <IconAdjustmentsHorizontal size={16} stroke={1.75} />
          {words.own}
        </span>
        <span className={classes.about}>{words.ownHelp}</span>
      </UnstyledButton>
    </Stack>
  );
}
