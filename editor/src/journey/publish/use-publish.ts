import { notifications } from '@mantine/notifications';
import type { Publish } from '@tabiji/shared/api/journeys.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSaved, useSession } from '../session/use-session.ts';
import type { Restore } from './use-publishing.ts';

/** Saves what is not saved, publishes exactly that (or an older version again), and brings the page up to date. */
export function usePublish(restore: Restore, onDone: () => void) {
  const { t } = useTranslation('publishing');
  const words = useErrorWords();
  const client = useQueryClient();
  const { id, autosave } = useSession();
  const isDraftChanged = useSaved(({ changed }) => changed);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (about: Omit<Publish, 'rev' | 'restore'>) => {
      if (restore !== undefined) return api.journeys.publish(id, { restore, ...about });
      await autosave.flush();
      return api.journeys.publish(id, { rev: autosave.store.getState().rev, ...about });
    },
    onSuccess: async ({ version }) => {
      const message = restore === undefined ? t('done', { version }) : t('restored', { version, restore });
      notifications.show({ message, withBorder: true });
      onDone();
      await client.invalidateQueries({ queryKey: ['journey', id] });
      const detail = await client.fetchQuery({ ...queries.journey(id), staleTime: 0 });
      if (restore !== undefined && !isDraftChanged) autosave.receive(detail);
      else autosave.settle(detail);
      await client.invalidateQueries({ queryKey: queries.journeys.queryKey });
    },
  });
  return { publish: mutate, isPublishing: isPending, failure: error && words(error) };
}
