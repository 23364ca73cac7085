import type { SegmentRow } from '@tabiji/shared/api/segments.ts';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { RemoveMenu } from '../ui/RemoveMenu.tsx';

/** What can be done to a segment from the list. */
export function SegmentMenu({ segment: { key, name, members } }: { segment: SegmentRow }) {
  const { t } = useTranslation('segments');
  return (
    <RemoveMenu
      words={{
        actions: t('actionsOf', { name }),
        remove: t('remove'),
        title: t('removeTitle', { name }),
        body: t('removeBody', { count: members }),
        failed: t('removeFailed'),
      }}
      remove={() => api.segments.remove(key)}
      outdated={[queries.segments.queryKey, queries.catalogue.queryKey]}
    />
  );
}
