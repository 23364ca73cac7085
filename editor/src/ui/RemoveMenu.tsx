import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useErrorWords } from './use-error-words.ts';

interface Props {
  words: {
    /** Whose menu this is. */
    actions: string;
    remove: string;
    title: string;
    /** What will happen, and to how many people. */
    body: string;
    failed: string;
  };
  remove: () => Promise<unknown>;
  /** What is read again afterwards. */
  outdated: readonly QueryKey[];
}

/** The menu of a row that can be deleted: asks first, says why not when it fails. */
export function RemoveMenu({ words, remove, outdated }: Props) {
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      setAsking(false);
      for (const queryKey of outdated) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => notifications.show({ color: 'shu', title: words.failed, message: errorWords(error) }),
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="nezumi" aria-label={words.actions}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="shu" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => setAsking(true)}>
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.title}
        body={words.body}
        isBusy={removal.isPending}
        onConfirm={() => removal.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
