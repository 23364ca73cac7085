import { Select } from '@mantine/core';
import type { SegmentCondition } from '@tabiji/shared/conditions/condition.ts';
import { useTranslation } from 'react-i18next';
import { useSurroundings } from './context.ts';
import styles from './fields.module.css';

/** Whether customers are in a segment. */
export function SegmentChoice({
  leaf,
  onChange,
}: {
  leaf: SegmentCondition;
  onChange: (leaf: SegmentCondition) => void;
}) {
  const { t } = useTranslation('conditions');
  const { segments } = useSurroundings().catalogue;
  const known = segments.some(({ key }) => key === leaf.segment) || leaf.segment === '';
  const choices = segments.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <Select
        className={styles.text}
        aria-label={t('segment')}
        placeholder={t('chooseSegment')}
        data={known ? choices : [...choices, { value: leaf.segment, label: leaf.segment }]}
        value={leaf.segment || null}
        error={leaf.segment === ''}
        searchable={segments.length > 8}
        nothingFoundMessage={t('noSegments')}
        onChange={(segment) => segment && onChange({ ...leaf, segment })}
      />
      <Select
        className={styles.operator}
        aria-label={t('operator')}
        data={[
          { value: 'yes', label: t('member.yes') },
          { value: 'no', label: t('member.no') },
        ]}
        value={leaf.member ? 'yes' : 'no'}
        onChange={(value) => onChange({ ...leaf, member: value === 'yes' })}
      />
    </>
  );
}
