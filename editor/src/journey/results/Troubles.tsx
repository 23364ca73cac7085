import { Button, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Trouble } from '@tabiji/shared/api/journey-health.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { goTo } from '../session/actions.ts';
import { useLive, useSession } from '../session/use-session.ts';
import classes from './results.module.css';
import { useTroubleWords } from './use-trouble-words.ts';

/** What stands still, where and why, with the way there. */
export function Troubles({ node }: { node: NodeId | null }) {
  const { t } = useTranslation('results');
  const all = useLive((live) => live.troubles);
  const isKnown = useLive((live) => live.isKnown);
  const words = useTroubleWords();
  const troubles = node === null ? all : all.filter((one) => 'node' in one && one.node === node);
  if (troubles.length === 0 && (node !== null || !isKnown)) return null;
  return (
    <section>
      <Title order={3} className={classes.heading}>
        {t('trouble.title')}
      </Title>
      {troubles.length === 0 && <p className={classes.quiet}>{t('trouble.none')}</p>}
      <ul className={classes.troubles}>
        {troubles.map((one) => (
          <li key={JSON.stringify(one)}>
            <IconAlertTriangle size={16} stroke={1.75} />
            <span>{words(one)}</span>
            <Way trouble={one} isHere={node !== null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ trouble, isHere }: { trouble: Trouble; isHere: boolean }) {
  const { t } = useTranslation('results');
  const session = useSession();
  if (trouble.kind === 'parked')
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => session.ui.show('parked')}>
        {t('trouble.showParked')}
      </Button>
    );
  if (isHere || !('node' in trouble)) return null;
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => goTo(session, trouble.node)}>
      {t('trouble.showNode')}
    </Button>
  );
}
