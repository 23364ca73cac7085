import { Stack, Switch, Text } from '@mantine/core';
import { HoldFirst } from '@tabiji/shared/api/hold-first.ts';
import { USUAL_FIRST } from '@tabiji/shared/api/release.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../ui/NumberField.tsx';

interface Props {
  /** Mails of the journey wait already. */
  isHeld: boolean;
  /** How many are to be looked at; null: mails go by themselves. */
  value: number | null;
  onChange: (value: number | null) => void;
}

/** Whether the first mails of what is published wait until somebody has looked at them. */
export function HoldChoice({ isHeld, value, onChange }: Props) {
  const { t } = useTranslation('release');
  const [text, setText] = useState<number | undefined>(value ?? USUAL_FIRST);
  const isRight = HoldFirst.safeParse(text).success;
  if (isHeld) return <Text size="sm">{t('publish.on')}</Text>;
  const change = (next: number | undefined) => {
    setText(next);
    onChange(next ?? 0); // which publishing refuses
  };
  return (
    <Stack gap={8}>
      <Switch
        label={t('publish.label')}
        description={t('publish.help')}
        checked={value !== null}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked ? USUAL_FIRST : null);
          setText(USUAL_FIRST);
        }}
      />
      {value !== null && (
        <NumberField
          label={t('publish.first')}
          value={text}
          onChange={change}
          error={!isRight && t('begin.wrong')}
          w={200}
        />
      )}
    </Stack>
  );
}
