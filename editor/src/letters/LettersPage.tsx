import { Alert, Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import type { FeedbackState } from '@tabiji/shared/sending/feedback.ts';
import { StateSelect } from './StateSelect.tsx';
import { LetterLine } from './LetterLine.tsx';
import styles from './LettersPage.module.css';
import { customers } from '../api/customers.ts';
import { letters } from '../api/letters.ts';

/** The mailbox: the list at the left, the letter at the right; on phones one after the other. */
export function LettersPage() {
  const { t } = useTranslation('letters');
  const { q = '', customer, state } = useSearch({ from: '/letters' });
  const { id: open } = useParams({ strict: false });
  const navigate = useNavigate();
  const query = useInfiniteQuery(letters.list(q, customer, state));
  const total = query.data?.pages[0]?.total;
  const isEmpty = total === 0 && !q && customer === undefined && state === undefined;
  const search = (text: string) =>
    void navigate({ to: '.', search: { q: text || undefined, customer, state }, replace: true });
  const only = (wanted: FeedbackState | undefined) =>
    void navigate({ to: '.', search: { q: q || undefined, customer, state: wanted }, replace: true });
  return (
    <div className={styles.page} data-reading={open === undefined ? undefined : true}>
      <div className={styles.head}>
        <PageHeader title={t('title')} about={total ? t('count', { count: total }) : t('about')}>
          {!isEmpty && <StateSelect value={state} onChoose={only} />}
          {!isEmpty && <SearchField value={q} onSearch={search} placeholder={t('search')} />}
        </PageHeader>
        {customer !== undefined && <OnlyOf customer={customer} />}
      </div>
      {isEmpty ? (
        <div className={styles.empty}>
          <EmptyState
            title={t('empty.title')}
            body={t('empty.body')}
            action={
              <Button component={Link} to="/journeys">
                {t('empty.action')}
              </Button>
            }
          />
        </div>
      ) : (
        <div className={styles.box}>
          <nav className={styles.list} aria-label={t('list')}>
            <Loaded query={query}>
              {({ pages }) => (
                <>
                  {total === 0 && <p className={styles.none}>{t('noneFound')}</p>}
                  {pages.flatMap(({ letters }) =>
                    letters.map((letter) => (
                      <LetterLine key={letter.id} letter={letter} search={{ q: q || undefined, customer, state }} />
                    )),
                  )}
                  <MoreButton query={query} />
                </>
              )}
            </Loaded>
          </nav>
          <div className={styles.letter}>
            {open === undefined ? <p className={styles.none}>{t('choose')}</p> : <Outlet />}
          </div>
        </div>
      )}
    </div>
  );
}

function OnlyOf({ customer }: { customer: number }) {
  const { t } = useTranslation('letters');
  const { data } = useQuery(customers.one(customer));
  return (
    <Alert variant="light" color="ai" mt="sm" py="xs">
      {data?.name ? t('of', { name: data.name }) : t('ofSomebody')}{' '}
      <Button component={Link} to="/letters" variant="subtle" size="compact-sm">
        {t('showAll')}
      </Button>
    </Alert>
  );
}
