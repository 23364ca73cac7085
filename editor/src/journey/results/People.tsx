import { Button, Skeleton } from '@mantine/core';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useSession } from '../session/use-session.ts';
import { PeopleBar, type PeopleSort } from './PeopleBar.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import classes from './people.module.css';

interface Props {
  node: string | undefined;
  version: number | undefined;
  /** Something is to be done to people; asked before it is. */
  onAsk: (asked: ActOnPeople) => void;
}

/** The people who are at a step (or anywhere inside) now: found, sorted, moved on, ended, taken along as a file. */
export function People({ node, version, onAsk }: Props) {
  const { t } = useTranslation('results');
  const { id } = useSession();
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<PeopleSort>('due');
  const who = { ...(node !== undefined && { node }), ...(version !== undefined && { version }), ...(q && { q }) };
  const query = useInfiniteQuery({ ...queries.people(id, { ...who, sort }), refetchInterval: 15_000 });
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <section className={classes.people} aria-label={t('people.title')}>
      <PeopleBar who={who} sort={sort} onSort={setSort} onSearch={setQ} total={query.data && total} onAsk={onAsk} />
      {query.isPending && <Skeleton height={240} />}
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
          onAct={(action, row) => onAsk({ who: { ids: [row] }, action })}
        />
      )}
    </section>
  );
}
