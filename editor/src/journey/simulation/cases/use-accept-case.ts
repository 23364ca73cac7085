import { notifications } from '@mantine/notifications';
import type { JourneyCase } from '@tabiji/shared/api/journey-cases.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { simulation } from '../../../api/simulation.ts';
import { useErrorWords } from '../../../ui/use-error-words.ts';
import { useSession } from '../../session/use-session.ts';
import { casesKey } from './use-cases.ts';

/** Expects from now on what the draft does; the old expectation goes once the new one is kept. */
export function useAcceptCase() {
  const { t } = useTranslation('publishing');
  const errorWords = useErrorWords();
  const { id, doc } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id: old, name, setup }: JourneyCase) => {
      await simulation.keepCase(id, { name, setup, graph: doc.store.getState().graph });
      await simulation.removeCase(id, old);
    },
    onSuccess: () => notifications.show({ color: 'wakatake', message: t('tests.accepted') }),
    onError: (error) =>
      notifications.show({ color: 'shu', title: t('tests.acceptFailed'), message: errorWords(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: casesKey(id) }),
  });
}
