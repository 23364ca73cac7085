import { Button, Tooltip } from '@mantine/core';
import { IconCopy, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../doc/ports.ts';
import { duplicateAll } from '../moving/actions.ts';
import { removeWithWayBack } from '../session/removal.tsx';
import { useDoc, useSession } from '../session/use-session.ts';
import classes from './Inspector.module.css';

/** Double, switch off, delete. */
export function NodeActions({ id }: { id: NodeId }) {
  const { t } = useTranslation('journey');
  const session = useSession();
  const isOff = useDoc(({ graph }) => graph.nodes[id]?.disabled === true);
  const goesOn = useDoc(({ graph }) => {
    const node = graph.nodes[id];
    return node !== undefined && portsOf(node).length > 0;
  });
  const Toggle = isOff ? IconPlayerPlay : IconPlayerPause;
  return (
    <div className={classes.actions}>
      {goesOn && (
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.75} />}
          onClick={() => duplicateAll(session, [id])}
        >
          {t('panel.duplicate')}
        </Button>
      )}
      {goesOn && (
        <Tooltip label={t(isOff ? 'panel.enableHelp' : 'panel.disableHelp')}>
          <Button
            variant="default"
            leftSection={<Toggle size={16} stroke={1.75} />}
            onClick={() => session.doc.dispatch({ do: 'toggleDisabled', id })}
          >
            {t(isOff ? 'panel.enable' : 'panel.disable')}
          </Button>
        </Tooltip>
      )}
      <Button
        variant="default"
        c="var(--tabiji-error)"
        leftSection={<IconTrash size={16} stroke={1.75} />}
        onClick={() => removeWithWayBack(session, [id], { subtree: false })}
      >
        {t('panel.delete')}
      </Button>
    </div>
  );
}
