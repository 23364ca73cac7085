import { ActionIcon } from '@mantine/core';
import { IconCirclePlus } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../doc/ports.ts';
import { pickAfter } from '../session/actions.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import classes from './row-buttons.module.css';

/** Adds behind a node, for pointers and fingers; the key N does the same from the line. */
export function AddAfter({ id, name }: { id: NodeId; name: string }) {
  const { t } = useTranslation('journey');
  const session = useSession();
  const isPlain = useDoc(({ graph }) => {
    const node = graph.nodes[id];
    const ports = node ? portsOf(node) : [];
    return ports.length === 1 && ports.every((port) => node?.next[port.id]);
  });
  if (!isPlain) return null; // branches and open ends have lines of their own to add at
  const add = (event: MouseEvent) => {
    event.stopPropagation();
    pickAfter(session, id);
  };
  return (
    <ActionIcon
      variant="transparent"
      className={classes.addAfter}
      tabIndex={-1}
      aria-label={t('plus', { after: name })}
      onClick={add}
    >
      <IconCirclePlus size={18} stroke={1.75} />
    </ActionIcon>
  );
}
