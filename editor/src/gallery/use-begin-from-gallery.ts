import { notifications } from '@mantine/notifications';
import type { GalleryJourney } from '@tabiji/shared/api/gallery.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gallery } from '../api/gallery.ts';
import { queries } from '../api/queries.ts';
import { simulation } from '../api/simulation.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Makes a draft from the gallery, keeps its cases as expected, and opens it in the time machine with the first one run. */
export function useBeginFromGallery() {
  const { t } = useTranslation('gallery');
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: async ({ key, cases }: GalleryJourney) => {
      const { id } = await gallery.begin(key);
      for (const one of cases) await simulation.keepCase(id, one);
      return id;
    },
    onSuccess: async (id, { cases: [first] }) => {
      void client.invalidateQueries({ queryKey: queries.journeys.queryKey });
      void client.invalidateQueries({ queryKey: queries.templates.queryKey });
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      await navigate({ to: '/journeys/$id', params: { id }, search: { sim: first?.setup } });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('failed'), message: errorWords(error) }),
  });
}
