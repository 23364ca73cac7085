import { MultiSelect, Select } from '@mantine/core';
import type { CpmCondition } from '@tabiji/shared/conditions/condition.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { useSurroundings } from './context.ts';
import { operatorsFor, withOperator } from './fields.ts';
import styles from './fields.module.css';
import { OperatorSelect } from './OperatorSelect.tsx';

interface Props {
  leaf: CpmCondition;
  onChange: (leaf: CpmCondition) => void;
}

/** Which rank, or whether active or lapsed. */
export function CpmChoice({ leaf, onChange }: Props) {
  const { t } = useTranslation('conditions');
  return leaf.cpm === 'rank' ? (
    <RankChoice leaf={leaf} onChange={onChange} />
  ) : (
    <Select
      className={styles.text}
      aria-label={t('cpm.active')}
      allowDeselect={false}
      data={[
        { value: 'true', label: t('cpm.isActive') },
        { value: 'false', label: t('cpm.isLapsed') },
      ]}
      value={String((leaf.value === true) === (leaf.op !== 'ne'))}
      onChange={(value) => onChange({ cpm: 'active', op: 'eq', value: value === 'true' })}
    />
  );
}

function RankChoice({ leaf, onChange }: Props) {
  const { t } = useTranslation('conditions');
  const locale = useLocale();
  const { ranks } = useSurroundings().catalogue;
  const data = ranks.map(({ key, name }) => ({ value: key, label: name[locale] }));
  /** Ranks that were written by name are shown as what they mean. */
  const keyOf = (text: unknown) =>
    ranks.find(({ key, name }) => [key, name.ja, name.en].includes(String(text)))?.key ?? String(text);
  const values = Array.isArray(leaf.value) ? leaf.value : leaf.value === undefined ? [] : [leaf.value];
  const chosen = values.filter((value) => value !== '').map(keyOf);
  return (
    <>
      <OperatorSelect
        op={leaf.op}
        among={operatorsFor(leaf)}
        onChange={(op) => onChange(withOperator(leaf, op, false))}
      />
      {leaf.op === 'in' && (
        <MultiSelect
          className={styles.list}
          aria-label={t('cpm.rank')}
          data={data}
          value={chosen}
          error={chosen.length === 0}
          onChange={(value) => onChange({ ...leaf, value })}
        />
      )}
      {(leaf.op === 'eq' || leaf.op === 'ne') && (
        <Select
          className={styles.text}
          aria-label={t('cpm.rank')}
          placeholder={t('cpm.choose')}
          data={data}
          value={chosen[0] ?? null}
          error={chosen.length === 0}
          onChange={(value) => value && onChange({ ...leaf, value })}
        />
      )}
    </>
  );
}
