import { Button, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useSession } from '../session/use-session.ts';
import classes from './results.module.css';

/** How many people are at a step (or anywhere inside) now, and the way to all of them. */
export function PeopleHere({ node, version }: { node: string | undefined; version: number | undefined }) {
  const { t } = useTranslation('results');
  const { id, ui } = useSession();
  const who = { ...(node !== undefined && { node }), ...(version !== undefined && { version }) };
  const { data } = useInfiniteQuery({ ...queries.people(id, { ...who, sort: 'due' }), refetchInterval: 15_000 });
  const total = data?.pages[0]?.total;
  return (
    <section className={classes.here}>
      <Title order={3} className={classes.heading}>
        {t('people.title')}{' '}
        <span className={classes.more}>{typeof total === 'number' && t('people.count', { count: total })}</span>
      </Title>
      {total === 0 ? (
        <p className={classes.quiet}>{t('people.none')}</p>
      ) : (
        <Button variant="default" leftSection={<IconUsers size={18} stroke={1.75} />} onClick={() => ui.show('people')}>
          {t('people.open')}
        </Button>
      )}
    </section>
  );
}
