import { notifications } from '@mantine/notifications';
import type { ActOnParked } from '@tabiji/shared/api/parked.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';

/** Does what was decided, says how many it was for, and reads list and figures again. */
export function useActOnParked(onDone: () => void) {
  const { t } = useTranslation('parked');
  const { id } = useSession();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const { mutate, isPending } = useMutation({
    mutationFn: (decision: ActOnParked) => api.journeys.actOnParked(id, decision),
    onSuccess: ({ done, left }) => {
      notifications.show({ message: t(left > 0 ? 'doneSome' : 'done', { count: done, left }), withBorder: true });
      onDone();
      void client.invalidateQueries({ queryKey: queries.parked(id).queryKey });
      void client.invalidateQueries({ queryKey: queries.journeyHealth(id).queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('failed'), message: errorWords(error) }),
  });
  return { act: mutate, isActing: isPending };
}
