import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { journeyFiles } from '../api/journey-files.ts';
import { queries } from '../api/queries.ts';
import { useErrorWords } from '../ui/use-error-words.ts';
import type { Reading } from './read-file.ts';
import { mailQueries } from '../api/mails.ts';

/** Takes a file in: as a new draft, which is opened, or only what it brings along, before `onTake` takes the journey. */
export function useImport(file: Extract<Reading, { ok: true }>, onTake: (() => void) | undefined, onDone: () => void) {
  const { t } = useTranslation('files');
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = useErrorWords();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (replace: boolean) =>
      journeyFiles.take({ text: file.text, replace, ...(onTake && { only: 'luggage' as const }) }),
    onSuccess: async ({ id }) => {
      for (const { queryKey } of [queries.journeys, mailQueries.templates, queries.segments, queries.catalogue])
        void client.invalidateQueries({ queryKey });
      onDone();
      if (id === null) return onTake?.();
      notifications.show({ color: 'wakatake', message: t('done', { name: file.graph.name }) });
      await navigate({ to: '/journeys/$id', params: { id } });
    },
  });
  return { take: mutate, isTaking: isPending, failure: error && words(error) };
}
