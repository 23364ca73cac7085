import { notifications } from '@mantine/notifications';
import type { SenderList } from '@tabiji/shared/api/senders.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { queries } from '../api/queries.ts';
import { senders } from '../api/senders.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Changes senders and says that it did or why not; whoever shows them follows. */
export function useChangeSenders(onSaved: () => void = () => undefined) {
  const { t } = useTranslation(['senders', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: (change: () => Promise<SenderList>) => change(),
    onSuccess: (list) => {
      client.setQueryData(senders.list.queryKey, list);
      void client.invalidateQueries({ queryKey: domains.list.queryKey });
      void client.invalidateQueries({ queryKey: queries.workspace.queryKey });
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      onSaved();
      notifications.show({ color: 'wakatake', message: t('saved') });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
}
