import { Select } from '@mantine/core';
import type { Operator } from '@tabiji/shared/conditions/condition.ts';
import { OPERATOR_WORDS } from '@tabiji/shared/conditions/words.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import styles from './fields.module.css';

interface Props {
  op: Operator;
  among: readonly Operator[];
  onChange: (op: Operator) => void;
}

/** How the two sides are compared; the value's place is shown by a dash of dots. */
export function OperatorSelect({ op, among, onChange }: Props) {
  const { t } = useTranslation('conditions');
  const locale = useLocale();
  const choices = among.includes(op) ? among : [op, ...among];
  return (
    <Select
      className={styles.operator}
      aria-label={t('operator')}
      data={choices.map((value) => ({
        value,
        label: OPERATOR_WORDS[value][locale].replace(/\s?\{v\}\s?/, '…').replace(/…$/, locale === 'ja' ? '…' : ' …'),
      }))}
      value={op}
      onChange={(value) => value && onChange(value)}
    />
  );
}
