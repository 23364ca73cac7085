import { notifications } from '@mantine/notifications';
import type { SendingDomains } from '@tabiji/shared/api/domains.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { domains } from '../api/domains.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Asks the DNS, makes or removes keys; whoever shows the domains follows. */
export function useChangeDomains() {
  const { t } = useTranslation('ui');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: (change: () => Promise<SendingDomains>) => change(),
    onSuccess: (all) => {
      client.setQueryData(domains.list.queryKey, all);
      void client.invalidateQueries({ queryKey: queries.workspace.queryKey }); // every page names domains that turned bad
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('notSaved'), message: errorWords(error) }),
  });
}
