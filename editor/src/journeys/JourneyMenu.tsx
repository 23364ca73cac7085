import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';

/** What can be done to a journey from the list. Only drafts that were never published can be deleted. */
export function JourneyMenu({ journey: { id, name, version } }: { journey: JourneyRow }) {
  const { t } = useTranslation('journeys');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.journeys.remove(id),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: queries.journeys.queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('removeFailed'), message: errorWords(error) }),
  });
  if (version !== null) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="nezumi" aria-label={t('actionsOf', { name })}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="shu" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => setAsking(true)}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('removeTitle', { name })}
        body={t('removeBody')}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
