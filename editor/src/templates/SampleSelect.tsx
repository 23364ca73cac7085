import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import styles from './PreviewPanel.module.css';

const SAMPLE = 'sample';

interface Props {
  /** Undefined: sample values instead of a customer. */
  value: number | undefined;
  onChange: (customer: number | undefined) => void;
}

/** For whom the mail is shown: made-up values, or a customer found by name. */
export function SampleSelect({ value, onChange }: Props) {
  const { t } = useTranslation('templates');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.normalize('NFKC').trim(), 250);
  const found = useInfiniteQuery(queries.customers(q));
  const chosen = useQuery({ ...queries.customer(value ?? 0), enabled: value !== undefined });
  const rows = [...(chosen.data ? [chosen.data] : []), ...(found.data?.pages[0]?.customers ?? []).slice(0, 20)];
  const people = new Map(
    rows.map(({ id, name, externalId }) => [String(id), name ? `${name} (${externalId})` : externalId]),
  );
  return (
    <Select
      className={styles.sample}
      size="xs"
      label={t('previewOf')}
      data={[{ value: SAMPLE, label: t('sample') }, ...[...people].map(([id, label]) => ({ value: id, label }))]}
      // The server has searched already, by more than the label.
      filter={({ options }) => options}
      searchable
      value={value === undefined ? SAMPLE : String(value)}
      onSearchChange={(text) => setTyped(text === t('sample') || [...people.values()].includes(text) ? '' : text)}
      onChange={(next) => onChange(next === null || next === SAMPLE ? undefined : Number(next))}
    />
  );
}
