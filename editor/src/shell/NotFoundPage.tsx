import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <EmptyState
        title={t('notFound.title')}
        body={t('notFound.body')}
        action={
          <Button component={Link} to="/journeys">
            {t('notFound.back')}
          </Button>
        }
      />
    </Page>
  );
}
