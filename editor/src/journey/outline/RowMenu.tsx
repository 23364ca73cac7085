import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { openMenu } from '../moving/menu.ts';
import { useSession } from '../session/use-session.ts';
import classes from './row-buttons.module.css';

/** Everything that can be done with a node, for pointers and fingers; the menu key does the same from the line. */
export function RowMenu({ id, name }: { id: NodeId; name: string }) {
  const { t } = useTranslation('outline');
  const session = useSession();
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    session.ui.select(id);
    openMenu(session, id);
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={classes.menu}
      tabIndex={-1}
      aria-label={t('actionsOf', { name })}
      aria-haspopup="menu"
      onClick={open}
    >
      <IconDots size={18} stroke={1.75} />
    </ActionIcon>
  );
}
