import { TagsInput, TextInput } from '@mantine/core';
import type { Operator } from '@tabiji/shared/conditions/condition.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../ui/DurationField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { valueKind } from './fields.ts';
import styles from './fields.module.css';
import { textOf, valueFrom } from './typed-value.ts';

interface Props {
  op: Operator;
  isNumeric: boolean;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
}

/** The value of a test, entered as its operator asks for. */
export function ValueField({ op, isNumeric, value, onChange }: Props) {
  const { t } = useTranslation('conditions');
  const label = t('value');
  switch (valueKind(op, isNumeric)) {
    case 'none':
      return null;
    case 'number': {
      const number = typeof value === 'number' ? value : undefined;
      return (
        <NumberField
          className={styles.number}
          aria-label={label}
          value={number}
          error={number === undefined}
          onChange={onChange}
        />
      );
    }
    case 'duration':
      return <DurationField label={label} value={textOf(value)} onChange={onChange} />;
    case 'date':
      return (
        <TextInput
          type="date"
          aria-label={t('date')}
          value={textOf(value).slice(0, 10)}
          error={!value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'list':
      return (
        <TagsInput
          className={styles.list}
          aria-label={label}
          placeholder={t('list')}
          value={Array.isArray(value) ? value.map(textOf) : []}
          onChange={(texts) => onChange(texts.map(valueFrom))}
        />
      );
    case 'text':
      return (
        <TextInput
          className={styles.text}
          aria-label={label}
          placeholder={label}
          value={textOf(value)}
          error={textOf(value) === ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onBlur={({ currentTarget }) => onChange(valueFrom(currentTarget.value))}
        />
      );
  }
}
