import { notifications } from '@mantine/notifications';
import type { MailboxState } from '@tabiji/shared/api/mailbox.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mailbox } from '../../api/mailbox.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';

/** Does something with the mailbox and shows how it is then; what fails is said. */
export function useChangeMailbox<T = void>(change: (what: T) => Promise<MailboxState>) {
  const { t } = useTranslation('ui');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => client.setQueryData(mailbox.state.queryKey, now),
    onError: (error) => notifications.show({ color: 'shu', title: t('notSaved'), message: errorWords(error) }),
  });
}
