import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { PLACES } from '../../shell/places.ts';
import type { Entry } from './entry.ts';

/** The other journeys, and the pages. */
export function usePlaceEntries(): Entry[] {
  const { t } = useTranslation(['palette', 'shell']);
  const navigate = useNavigate();
  const { data: journeys = [] } = useQuery(queries.journeys);
  return [
    ...journeys.map(({ id, name }) => ({
      id: `journey-${id}`,
      heading: t('journeys'),
      label: name,
      run: () => void navigate({ to: '/journeys/$id', params: { id } }),
    })),
    ...PLACES.map(({ to, name }) => ({
      id: `page-${name}`,
      heading: t('pages'),
      label: t(`shell:nav.${name}`),
      run: () => void navigate({ to }),
    })),
  ];
}
