import { Group, NativeSelect, TextInput } from '@mantine/core';
import { PERIODS, type Period, type StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useFmt } from '../../use-fmt.ts';
import { useLive, useSession } from '../session/use-session.ts';
import classes from './results.module.css';

type Choice = Period | 'custom';

/** Which days and which version the figures are of, and when they were read. */
export function PeriodBar() {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const { id, live } = useSession();
  const query = useLive((state) => state.query);
  const at = useLive((state) => state.at);
  const { data: last = 1 } = useQuery({ ...queries.journey(id), select: ({ version }) => version ?? 1 });
  const [choice, setChoice] = useState<Choice>(query.from === undefined ? (query.period ?? 'all') : 'custom');
  const ask = (period: StatsQuery) =>
    live.ask({ ...period, ...(query.version !== undefined && { version: query.version }) });
  const choose = (next: Choice) => {
    setChoice(next);
    if (next !== 'custom') ask(next === 'all' ? {} : { period: next });
  };
  const dates = ({ from = query.from, to = query.to }: { from?: string; to?: string }) => {
    if (from && (!to || from <= to)) ask({ from, ...(to && { to }) });
  };
  return (
    <div className={classes.bar}>
      <Group gap={8} wrap="nowrap" align="flex-end">
        <NativeSelect
          className={classes.grows}
          label={t('period.label')}
          value={choice}
          data={[...PERIODS, 'custom' as const].map((value) => ({ value, label: t(`period.${value}`) }))}
          onChange={({ currentTarget }) => choose(currentTarget.value as Choice)}
        />
        <NativeSelect
          w={112}
          label={t('version')}
          value={String(query.version ?? '')}
          data={[
            { value: '', label: t('everyVersion') },
            ...Array.from({ length: last }, (_, i) => String(last - i)).map((version) => ({
              value: version,
              label: t('versionN', { version }),
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            const { version: _, ...period } = query;
            live.ask({ ...period, ...(value !== '' && { version: Number(value) }) });
          }}
        />
      </Group>
      {choice === 'custom' && (
        <Group gap={8} wrap="nowrap" grow>
          <TextInput
            type="date"
            label={t('from')}
            defaultValue={query.from ?? ''}
            onChange={({ currentTarget }) => dates({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('to')}
            defaultValue={query.to ?? ''}
            onChange={({ currentTarget }) => dates({ to: currentTarget.value })}
          />
        </Group>
      )}
      <p className={classes.at} aria-live="off">
        {at === null ? t('waitingForData') : t('at', { time: fmt.time(at) })}
      </p>
    </div>
  );
}
