import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';

/** Saves what is not saved, publishes exactly that with a plan for the people inside, and brings status and figures up to date. */
export function usePublish(onDone: () => void) {
  const { t } = useTranslation('journey');
  const words = useErrorWords();
  const client = useQueryClient();
  const { id, autosave } = useSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ plan, existing }: { plan: PublishPlan; existing: Existing }) => {
      await autosave.flush();
      return api.journeys.publish(id, { rev: autosave.store.getState().rev, plan, existing });
    },
    onSuccess: async ({ version }) => {
      notifications.show({ message: t('publish.done', { version }), withBorder: true });
      onDone();
      const detail = await client.fetchQuery({ ...queries.journey(id), staleTime: 0 });
      autosave.settle(detail);
      await client.invalidateQueries({ queryKey: queries.journeys.queryKey });
    },
  });
  return { publish: mutate, isPublishing: isPending, failure: error && words(error) };
}
