import { notifications } from '@mantine/notifications';
import { emptyGraph } from '@tabiji/shared/journey/graph.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Makes an empty draft and opens it with the picker at its open end. */
export function useCreateJourney() {
  const { t } = useTranslation('journeys');
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: () => api.journeys.create({ graph: emptyGraph(t('newName')) }),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: queries.journeys.queryKey });
      await navigate({ to: '/journeys/$id', params: { id }, search: { pick: true } });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('createFailed'), message: errorWords(error) }),
  });
}
