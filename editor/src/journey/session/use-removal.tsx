import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { removeNode, travel } from './actions.ts';
import { useSession } from './use-session.ts';

/** Deletes without asking, and offers the way back for 8 s. */
export function useRemoval(): (id: NodeId, options: { subtree: boolean }) => void {
  const session = useSession();
  const { t } = useTranslation('journey');
  return (id, options) => {
    const count = removeNode(session, id, options);
    if (count === 0) return;
    const toast = `removed-${id}`;
    const undo = () => {
      notifications.hide(toast);
      travel(session, 'undo');
    };
    notifications.show({
      id: toast,
      autoClose: 8000,
      withBorder: true,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('removed', { count })}
          <Button variant="subtle" size="compact-sm" onClick={undo}>
            {t('undo')}
          </Button>
        </Group>
      ),
    });
  };
}
