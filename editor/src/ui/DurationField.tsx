import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { plain } from '../normalise.ts';
import styles from './DurationField.module.css';
import { DURATION_UNITS, isoOf, lengthOf, type DurationUnit } from './durations.ts';
import { NumberField } from './NumberField.tsx';

interface Props {
  /** ISO 8601, for example `P14D`. */
  value: string;
  onChange: (iso: string) => void;
  /** What the length is of, for those who do not see the words around it. */
  label: string;
  units?: readonly DurationUnit[];
}

/** A length of time: number and unit. Mixed lengths (`P1DT2H`) are shown and edited as they are written. */
export function DurationField({ value, onChange, label, units = DURATION_UNITS }: Props) {
  const { t } = useTranslation();
  const length = value === '' ? { amount: undefined, unit: 'days' as const } : lengthOf(value);
  if (!length)
    return (
      <TextInput
        aria-label={label}
        className={styles.iso}
        value={value}
        onChange={({ currentTarget }) => onChange(plain(currentTarget.value).toUpperCase())}
      />
    );
  const { amount, unit } = length;
  return (
    <span className={styles.field}>
      <NumberField
        aria-label={label}
        className={styles.amount}
        value={amount}
        onChange={(next) => onChange(isWhole(next) ? isoOf({ amount: next, unit }) : '')}
      />
      <Select
        aria-label={t('unitOf', { label })}
        className={styles.unit}
        data={[...new Set([...units, unit])].map((name) => ({ value: name, label: t(`unit.${name}`) }))}
        value={unit}
        onChange={(next) => next && onChange(isoOf({ amount: amount ?? 1, unit: next }))}
      />
    </span>
  );
}

const isWhole = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0;
