import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { CustomersTable } from './CustomersTable.tsx';
import { customers } from '../api/customers.ts';

/** Everybody the workspace knows, to be searched. */
export function CustomersPage() {
  const { t } = useTranslation('customers');
  const { q = '' } = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const query = useInfiniteQuery(customers.list(q));
  const total = query.data?.pages[0]?.total;
  const search = (text: string) => void navigate({ search: { q: text || undefined }, replace: true });
  return (
    <Page>
      <PageHeader title={t('title')} about={total ? t('count', { count: total }) : undefined}>
        {total !== 0 && <SearchField value={q} onSearch={search} placeholder={t('search')} />}
      </PageHeader>
      <Loaded query={query}>
        {({ pages }) => {
          const customers = pages.flatMap((page) => page.customers);
          return (
            <Card flush>
              {customers.length > 0 && <CustomersTable customers={customers} />}
              {customers.length === 0 && q && (
                <EmptyState
                  title={t('noneFound', { q })}
                  action={
                    <Button variant="default" onClick={() => search('')}>
                      {t('showAll')}
                    </Button>
                  }
                />
              )}
              {customers.length === 0 && !q && (
                <EmptyState
                  title={t('empty.title')}
                  body={t('empty.body')}
                  action={
                    <Button component={Link} to="/import">
                      {t('empty.action')}
                    </Button>
                  }
                />
              )}
              <MoreButton query={query} />
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}
