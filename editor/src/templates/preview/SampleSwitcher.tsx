import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { PERSONAS } from '@tabiji/shared/api/mail-page.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SampleSwitcher.module.css';
import { neighbour, sampleId, sampleOf } from './samples.ts';
import type { Sample } from './use-preview.ts';
import { customers } from '../../api/customers.ts';

interface Props {
  value: Sample;
  onChange: (sample: Sample) => void;
}

/** For whom the mail is shown: sample values, people at the edges, and real customers, one after the other or by name. */
export function SampleSwitcher({ value, onChange }: Props) {
  const { t } = useTranslation('mail');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.normalize('NFKC').trim(), 250);
  const found = useInfiniteQuery(customers.list(q));
  const chosen = useQuery({ ...customers.one(value.customer ?? 0), enabled: value.customer !== undefined });
  const page = (found.data?.pages[0]?.customers ?? []).slice(0, 30);
  const rows = [...(chosen.data && !page.some(({ id }) => id === chosen.data.id) ? [chosen.data] : []), ...page];
  const people = rows.map(({ id, name, externalId }) => ({
    value: `c${id}`,
    label: name ? `${name} (${externalId})` : externalId,
  }));
  const madeUp = [
    { value: 'sample', label: t('sample.usual') },
    ...PERSONAS.map((one) => ({ value: one as string, label: t(`sample.personas.${one}`) })),
  ];
  const all = [...madeUp, ...people];
  const step = (by: 1 | -1) =>
    onChange(
      neighbour(
        all.map((one) => one.value),
        sampleId(value),
        by,
      ),
    );
  return (
    <div className={styles.switcher}>
      <ActionIcon variant="default" size={30} aria-label={t('sample.previous')} onClick={() => step(-1)}>
        <IconChevronLeft size={16} stroke={1.75} />
      </ActionIcon>
      <Select
        className={styles.select}
        size="xs"
        aria-label={t('sample.label')}
        data={[
          { group: t('sample.madeUp'), items: madeUp },
          { group: t('sample.real'), items: people },
        ]}
        // The server has searched already, by more than the label.
        filter={({ options, search }) =>
          search === '' || all.some(({ label }) => label === search) ? options : options.slice(1)
        }
        searchable
        value={sampleId(value)}
        onSearchChange={(text) => setTyped(all.some(({ label }) => label === text) ? '' : text)}
        onChange={(next) => onChange(sampleOf(next ?? 'sample'))}
      />
      <ActionIcon variant="default" size={30} aria-label={t('sample.next')} onClick={() => step(1)}>
        <IconChevronRight size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
