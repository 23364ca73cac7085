import { Chip, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import { arrange, TIMELINE_FILTERS, type TimelineFilter } from './timeline.ts';
import styles from './Timeline.module.css';
import { TimelineItem } from './TimelineItem.tsx';
import { customers } from '../api/customers.ts';

/** What will happen and what happened to one customer. */
export function TimelineCard({ id }: { id: number }) {
  const { t } = useTranslation('customers');
  const fmt = useFmt();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const query = useInfiniteQuery(customers.timeline(id));
  return (
    <Panel title={t('timeline.title')}>
      <Chip.Group value={filter} onChange={(value) => setFilter(value)}>
        <Group gap={6} className={styles.filters} role="radiogroup" aria-label={t('timeline.filter')}>
          {TIMELINE_FILTERS.map((name) => (
            <Chip key={name} value={name} size="xs" variant="outline">
              {t(`timeline.filters.${name}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Loaded query={query}>
        {({ pages }) => {
          const { planned, days } = arrange(
            pages.flatMap(({ entries }) => entries),
            filter,
            (at) => fmt.day(at),
          );
          return (
            <>
              {planned.length > 0 && <h3 className={styles.day}>{t('timeline.future')}</h3>}
              <ol className={styles.entries} data-future>
                {planned.map((entry, at) => (
                  <TimelineItem key={at} entry={entry} />
                ))}
              </ol>
              {days.map(({ day, entries }) => (
                <section key={day} aria-label={day}>
                  <h3 className={styles.day}>{day}</h3>
                  <ol className={styles.entries}>
                    {entries.map((entry, at) => (
                      <TimelineItem key={at} entry={entry} />
                    ))}
                  </ol>
                </section>
              ))}
              {planned.length + days.length === 0 && (
                <Text size="sm" c="dimmed" py="md">
                  {t(filter === 'all' ? 'timeline.empty' : 'timeline.nothing')}
                </Text>
              )}
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
