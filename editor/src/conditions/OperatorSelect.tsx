import { Select } from '@mantine/core';
import type { Operator } from '@tabiji/shared/conditions/condition.ts';
import { OPERATOR_WORDS } from '@tabiji/shared/conditions/words.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import styles from './fields.module.css';

interface Props {
  op: Operator;
  among: readonly Operator[];
  onChange: (op: Operator) => void;
}

/** An operator's words with dots in the place of the value. */
const blank = (words: string, locale: Locale) =>
  locale === 'ja' ? words.replace(/\s?\{v\}\s?/, '…') : words.replace('{v}', '…');

/** How the two sides are compared; the value's place is shown by a dash of dots. */
export function OperatorSelect({ op, among, onChange }: Props) {
  const { t } = useTranslation('conditions');
  const locale = useLocale();
  const labelOf = (value: Operator) => (value === 'eq' ? t('equals') : blank(OPERATOR_WORDS[value][locale], locale));
  const choices = among.includes(op) ? among : [op, ...among];
  return (
    <Select
      className={styles.operator}
      aria-label={t('operator')}
      data={choices.map((value) => ({ value, label: labelOf(value) }))}
      value={op}
      onChange={(value) => value && onChange(value)}
    />
  );
}
