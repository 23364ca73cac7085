import { Button, Group } from '@mantine/core';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { goTo } from '../session/actions.ts';
import { useSession } from '../session/use-session.ts';
import classes from './results.module.css';

/** From what is wrong to the step it is wrong at, and to the people whom an error has stopped. */
export function TroubleWays({ node, showsParked }: { node: NodeId | undefined; showsParked: boolean }) {
  const { t } = useTranslation('results');
  const session = useSession();
  if (node === undefined && !showsParked) return null;
  return (
    <Group gap={4} className={classes.ways}>
      {node !== undefined && (
        <Button variant="subtle" size="compact-sm" onClick={() => goTo(session, node)}>
          {t('trouble.showNode')}
        </Button>
      )}
      {showsParked && (
        <Button variant="subtle" size="compact-sm" onClick={() => session.ui.show('parked')}>
          {t('trouble.showParked')}
        </Button>
      )}
    </Group>
  );
}
