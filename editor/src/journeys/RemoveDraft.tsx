import { notifications } from '@mantine/notifications';
import type { JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';

/** Asks before a draft is deleted, says why not when it fails. */
export function RemoveDraft({ journey: { id, name }, onClose }: { journey: JourneyRow; onClose: () => void }) {
  const { t } = useTranslation('journeys');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.journeys.remove(id),
    onSuccess: () => {
      onClose();
      void client.invalidateQueries({ queryKey: queries.journeys.queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('removeFailed'), message: errorWords(error) }),
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('removeTitle', { name })}
      body={t('removeBody')}
      isBusy={isPending}
      onConfirm={() => mutate()}
      onClose={onClose}
    />
  );
}
