import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Changes what waits of a journey, and says that it did or why not; every page that shows it follows. */
export function useChangeRelease<T>(id: number, said: string | ((done: T) => string), onDone?: () => void) {
  const { t } = useTranslation('ui');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: (change: () => Promise<T>) => change(),
    onSuccess: async (done) => {
      notifications.show({ color: 'wakatake', message: typeof said === 'string' ? said : said(done) });
      onDone?.();
      await client.invalidateQueries({ queryKey: ['journey', id] });
      await client.invalidateQueries({ queryKey: queries.journeys.queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('notSaved'), message: errorWords(error) }),
  });
}
