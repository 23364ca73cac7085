import type { JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { RemoveMenu } from '../ui/RemoveMenu.tsx';

/** What can be done to a journey from the list. Only drafts that were never published can be deleted. */
export function JourneyMenu({ journey: { id, name, version } }: { journey: JourneyRow }) {
  const { t } = useTranslation('journeys');
  if (version !== null) return null;
  return (
    <RemoveMenu
      words={{
        actions: t('actionsOf', { name }),
        remove: t('remove'),
        title: t('removeTitle', { name }),
        body: t('removeBody'),
        failed: t('removeFailed'),
      }}
      remove={() => api.journeys.remove(id)}
      outdated={[queries.journeys.queryKey]}
    />
  );
}
