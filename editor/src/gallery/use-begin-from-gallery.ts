import { notifications } from '@mantine/notifications';
import type { GalleryJourney } from '@tabiji/shared/api/gallery.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gallery } from '../api/gallery.ts';
import { queries } from '../api/queries.ts';
import { simulation } from '../api/simulation.ts';
import { casesKey } from '../journey/simulation/cases/use-cases.ts';
import { useErrorWords } from '../ui/use-error-words.ts';
import { mailQueries } from '../api/mails.ts';

/** Makes a draft from the gallery, opens it in the time machine with the first case run, and keeps all as expected. */
export function useBeginFromGallery() {
  const { t } = useTranslation('gallery');
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: ({ key }: GalleryJourney) => gallery.begin(key),
    onSuccess: async ({ id }, { cases }) => {
      void client.invalidateQueries({ queryKey: queries.journeys.queryKey });
      void client.invalidateQueries({ queryKey: mailQueries.templates.queryKey });
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      await navigate({ to: '/journeys/$id', params: { id }, search: { sim: cases[0]?.setup } });
      await keepAll(id, cases);
      await client.invalidateQueries({ queryKey: casesKey(id) });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('failed'), message: errorWords(error) }),
  });
}

async function keepAll(journey: number, cases: GalleryJourney['cases']): Promise<void> {
  for (const one of cases) await simulation.keepCase(journey, one);
}
