import { Title } from '@mantine/core';
import { IconAlertTriangle, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { useLive } from '../session/use-session.ts';
import classes from './results.module.css';
import { TroubleWays } from './TroubleWays.tsx';
import { useShareWords } from './use-share-words.ts';
import { useTroubleWords } from './use-trouble-words.ts';

/** What stands still or is other than usual, where and why, with the way there. */
export function Troubles({ node }: { node: NodeId | null }) {
  const { t } = useTranslation('results');
  const allTroubles = useLive((live) => live.troubles);
  const allShares = useLive((live) => live.shares);
  const isKnown = useLive((live) => live.isKnown);
  const words = useTroubleWords();
  const shareWords = useShareWords();
  const isHere = node !== null;
  const troubles = node === null ? allTroubles : allTroubles.filter((one) => 'node' in one && one.node === node);
  const shares = node === null ? allShares : allShares.filter((one) => one.node === node);
  const isFine = troubles.length + shares.length === 0;
  if (isFine && (node !== null || !isKnown)) return null;
  return (
    <section>
      <Title order={3} className={classes.heading}>
        {t('trouble.title')}
      </Title>
      {isFine && <p className={classes.quiet}>{t('trouble.none')}</p>}
      <ul className={classes.troubles}>
        {troubles.map((one) => (
          <li key={JSON.stringify(one)}>
            <IconAlertTriangle size={16} stroke={1.75} />
            <span>{words(one)}</span>
            <TroubleWays node={isHere || !('node' in one) ? undefined : one.node} showsParked={one.kind === 'parked'} />
          </li>
        ))}
        {shares.map((one) => (
          <li key={`${one.node}:${one.port}`}>
            {one.way === 'low' ? (
              <IconTrendingDown size={16} stroke={1.75} />
            ) : (
              <IconTrendingUp size={16} stroke={1.75} />
            )}
            <span>{shareWords(one)}</span>
            <TroubleWays node={isHere ? undefined : one.node} showsParked={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}
