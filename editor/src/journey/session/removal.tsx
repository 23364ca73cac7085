import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import i18next from 'i18next';
import { removeNode, travel } from './actions.ts';
import type { Session } from './session.ts';

/** Deletes without asking, and offers the way back for 8 s. */
export function removeWithWayBack(session: Session, id: NodeId, options: { subtree: boolean }): void {
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
        {i18next.t('journey:removed', { count })}
        <Button variant="subtle" size="compact-sm" onClick={undo}>
          {i18next.t('journey:undo')}
        </Button>
      </Group>
    ),
  });
}
