import { notifications } from '@mantine/notifications';
import type { SendingPace } from '@tabiji/shared/api/pace.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Changes how mails go and says that it did or why not; whoever shows it follows. */
export function useChangePace(said: string, onDone: () => void) {
  const { t } = useTranslation(['pace', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: (change: () => Promise<SendingPace>) => change(),
    onSuccess: (all) => {
      client.setQueryData(pace.all.queryKey, all);
      void client.invalidateQueries({ queryKey: queries.workspace.queryKey });
      onDone();
      notifications.show({ color: 'wakatake', message: said });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
}
