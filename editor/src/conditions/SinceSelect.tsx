import { Select } from '@mantine/core';
import type { Since } from '@tabiji/shared/conditions/condition.ts';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../ui/DurationField.tsx';
import { useSurroundings } from './context.ts';
import styles from './fields.module.css';
import type { Leaf } from './sentence.ts';
import { firstSince, sinceKind, type SinceKind } from './since.ts';

/** From when on facts count. */
export function SinceSelect({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const { t } = useTranslation('conditions');
  const { nodes } = useSurroundings();
  const since: Since | undefined = 'since' in leaf ? leaf.since : undefined;
  const kind = sinceKind(since);
  const offered: SinceKind[] = nodes ? ['always', 'entered', 'node', 'duration'] : ['always', 'duration'];
  const choices = offered.includes(kind) ? offered : [...offered, kind];
  const set = (next: Since | undefined) => {
    const { since: _, ...rest } = leaf as Leaf & { since?: Since };
    onChange(next === undefined ? rest : { ...rest, since: next });
  };
  return (
    <>
      <Select
        className={styles.since}
        aria-label={t('since.label')}
        data={choices.map((value) => ({ value, label: t(`since.${value}`) }))}
        value={kind}
        onChange={(next) => next && set(firstSince(next, nodes?.at(-1)?.id))}
      />
      {kind === 'duration' && typeof since === 'string' && (
        <DurationField label={t('since.length')} value={since} onChange={set} />
      )}
      {typeof since === 'object' && (
        <Select
          className={styles.text}
          aria-label={t('since.chooseNode')}
          data={(nodes ?? [{ id: since.node, name: since.node }]).map(({ id, name }) => ({ value: id, label: name }))}
          value={since.node}
          onChange={(node) => node && set({ node })}
        />
      )}
    </>
  );
}
