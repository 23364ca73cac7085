import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { leavesOf } from '@tabiji/shared/conditions/parts.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../../api/queries.ts';
import { ConditionEditor } from '../../../conditions/ConditionEditor.tsx';

interface Props {
  value: Condition | null;
  onChange: (condition: Condition | null) => void;
}

/** Anybody, or anybody who meets a condition now. */
export function RandomField({ value, onChange }: Props) {
  const { t } = useTranslation('simulation');
  const { data: catalogue } = useQuery(queries.catalogue);
  const [draft, setDraft] = useState<Condition>(value ?? { all: [] });
  const change = (next: Condition) => {
    setDraft(next);
    onChange(leavesOf(next).length === 0 ? null : next);
  };
  return (
    <div>
      <Text size="xs" c="dimmed" mb={8}>
        {t('random.about')}
      </Text>
      {catalogue && <ConditionEditor value={draft} onChange={change} catalogue={catalogue} />}
    </div>
  );
}
