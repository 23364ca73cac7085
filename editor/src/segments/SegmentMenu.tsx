import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { SegmentRow } from '@tabiji/shared/api/segments.ts';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';

/** What can be done to a segment from the list. */
export function SegmentMenu({ segment: { key, name, members } }: { segment: SegmentRow }) {
  const { t } = useTranslation('segments');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.segments.remove(key),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: queries.segments.queryKey });
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('removeFailed'), message: errorWords(error) }),
  });
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
        body={t('removeBody', { count: members })}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
