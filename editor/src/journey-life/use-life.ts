import { notifications } from '@mantine/notifications';
import type { ResumePolicy } from '@tabiji/shared/api/journey-life.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';
import type { LifeAction } from './life.ts';

/** Does something with a whole journey, and tells every page that shows it. */
export function useLife(id: number, onDone: () => void) {
  const { t } = useTranslation('journeys');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: ({ action, policy }: { action: LifeAction; policy: ResumePolicy }) =>
      action === 'resume' ? api.journeys.resume(id, { policy }) : api.journeys[action](id),
    onSuccess: (journey, { action }) => {
      client.setQueryData(queries.journey(id).queryKey, journey);
      void client.invalidateQueries({ queryKey: queries.journeys.queryKey });
      notifications.show({ color: 'wakatake', message: t(`life.done.${action}`) });
      onDone();
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('life.failed'), message: errorWords(error) }),
  });
}
