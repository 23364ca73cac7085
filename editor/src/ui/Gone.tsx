import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.tsx';

/** Stands where something is asked for that is not there, or no longer. */
export function Gone() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('notFound.title')}
      body={t('notFound.body')}
      action={
        <Button component={Link} to="/journeys">
          {t('notFound.back')}
        </Button>
      }
    />
  );
}
