import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SurroundingsContext } from './context.ts';
import { RowsEditor } from './RowsEditor.tsx';
import { conditionOf, sentenceOf } from './sentence.ts';

interface Props {
  value: Condition;
  /** Called with every change, also while names or values are still open (see `isComplete` in `gaps.ts`). */
  onChange: (condition: Condition) => void;
  catalogue: Catalogue;
  /** Set inside a journey: conditions may then count from its start or from a node. */
  inJourney?: { nodes: readonly { id: string; name: string }[] } | undefined;
}

/** A condition as sentences: one row per test, one word between them, one level of brackets. */
export function ConditionEditor({ value, onChange, catalogue, inJourney }: Props) {
  const { t } = useTranslation('conditions');
  const around = useMemo(() => ({ catalogue, nodes: inJourney?.nodes }), [catalogue, inJourney?.nodes]);
  const sentence = useMemo(() => sentenceOf(value), [value]);
  return (
    <SurroundingsContext value={around}>
      <RowsEditor label={t('label')} sentence={sentence} canGroup onChange={(next) => onChange(conditionOf(next))} />
    </SurroundingsContext>
  );
}
