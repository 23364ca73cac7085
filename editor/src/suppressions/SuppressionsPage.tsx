import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stopping } from '../api/stopping.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { AddSuppressions } from './AddSuppressions.tsx';
import { SuppressionsTable } from './SuppressionsTable.tsx';

/** Addresses that are not written to, to be searched, added to and released. */
export function SuppressionsPage() {
  const { t } = useTranslation('stopping');
  const { q = '' } = useSearch({ from: '/suppressions' });
  const navigate = useNavigate({ from: '/suppressions' });
  const query = useInfiniteQuery(stopping.suppressions(q));
  const total = query.data?.pages[0]?.total;
  const search = (text: string) => void navigate({ search: { q: text || undefined }, replace: true });
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        about={total ? t('list.about', { count: total }) : undefined}
        back={<TextLink to="/settings">{t('list.back')}</TextLink>}
      >
        {total !== 0 && <SearchField value={q} onSearch={search} placeholder={t('list.search')} />}
        <AddSuppressions />
      </PageHeader>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.suppressions);
          return (
            <Card flush>
              {rows.length > 0 && <SuppressionsTable rows={rows} />}
              {rows.length === 0 && q && (
                <EmptyState
                  title={t('list.none')}
                  action={
                    <Button variant="default" onClick={() => search('')}>
                      {t('list.open')}
                    </Button>
                  }
                />
              )}
              {rows.length === 0 && !q && <EmptyState title={t('list.empty')} body={t('list.emptyBody')} />}
              <MoreButton query={query} />
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}
