import { Button, Group, Menu, NativeSelect, Skeleton, Title } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { useSession } from '../session/use-session.ts';
import { ConfirmAct } from './ConfirmAct.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import classes from './results.module.css';

interface Props {
  node: string | undefined;
  version: number | undefined;
}

/** The people who are at a step (or anywhere inside) now: found, sorted, moved on, ended, taken along as a file. */
export function People({ node, version }: Props) {
  const { t } = useTranslation('results');
  const locale = useLocale();
  const { id } = useSession();
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<'due' | 'entered'>('due');
  const [asked, setAsked] = useState<ActOnPeople>();
  const who = { ...(node !== undefined && { node }), ...(version !== undefined && { version }), ...(q && { q }) };
  const query = useInfiniteQuery({ ...queries.people(id, { ...who, sort }), refetchInterval: 15_000 });
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <section className={classes.people} aria-label={t('people.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} className={classes.heading}>
          {t('people.title')} <span className={classes.more}>{query.data && t('people.count', { count: total })}</span>
        </Title>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              disabled={total === 0}
              rightSection={<IconChevronDown size={14} />}
            >
              {t('people.all')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsked({ who, action: 'move_on' })}>{t('people.moveAll')}</Menu.Item>
            <Menu.Item color="shu" onClick={() => setAsked({ who, action: 'end' })}>
              {t('people.endAll')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              component="a"
              href={api.journeys.peopleFile(id, who, locale)}
              leftSection={<IconDownload size={16} stroke={1.75} />}
            >
              {t('people.export')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Group gap={8} wrap="nowrap">
        <div className={classes.grows}>
          <SearchField value={q} onSearch={setQ} placeholder={t('people.search')} />
        </div>
        <NativeSelect
          aria-label={t('people.sort.label')}
          value={sort}
          data={(['due', 'entered'] as const).map((value) => ({ value, label: t(`people.sort.${value}`) }))}
          onChange={({ currentTarget }) => setSort(currentTarget.value as 'due')}
        />
      </Group>
      {query.isPending && <Skeleton height={180} />}
      {query.isError && (
        <p className={classes.quiet}>
          {t('people.failed')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => void query.refetch()}>
            {t('people.again')}
          </Button>
        </p>
      )}
      {query.data && total === 0 && (
        <p className={classes.quiet}>{q ? t('people.notFound', { q }) : t('people.none')}</p>
      )}
      {query.data && total > 0 && (
        <PeopleRows
          people={query.data.pages.flatMap((page) => page.people)}
          total={total}
          isMulti={node === undefined}
          onEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()}
          onAct={(action, row) => setAsked({ who: { ids: [row] }, action })}
        />
      )}
      {asked && <ConfirmAct asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}
