import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Mailing } from '@tabiji/shared/api/mailings.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planning } from '../../api/planned.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useErrorWords } from '../../ui/use-error-words.ts';

/** Calls a mailing off before it begins, and stops what has not gone while it goes. */
export function StopMailing({ mailing: { id, name, state, sent, waiting } }: { mailing: Mailing }) {
  const { t } = useTranslation(['planned', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const isGoing = state === 'running' || state === 'paused';
  const stop = useMutation({
    mutationFn: () => planning.stop(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['mailings'] });
      void client.invalidateQueries({ queryKey: ['planned'] });
      notifications.show({ color: 'wakatake', message: isGoing ? t('mailings.stopped') : t('mailings.cancelled') });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
    onSettled: () => setAsking(false),
  });
  if (state === 'done' || state === 'cancelled' || state === 'stopped') return null;
  const verb = isGoing ? t('mailings.stop') : t('mailings.cancel');
  return (
    <>
      {state === 'draft' && (
        <TextLink to="/journeys/$id" params={{ id }}>
          {t('mailings.askReview')}
        </TextLink>
      )}
      <Button size="xs" variant="default" onClick={() => setAsking(true)} aria-label={`${name}: ${verb}`}>
        {verb}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={isGoing ? t('mailings.stopTitle') : t('mailings.cancelTitle')}
        body={isGoing ? t('mailings.stopBody', { name, count: waiting, sent }) : t('mailings.cancelBody', { name })}
        verb={verb}
        isBusy={stop.isPending}
        onConfirm={() => stop.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
