import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { queries } from '../api/queries.ts';
import { Mark } from './Mark.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { SeedingBar } from './SeedingBar.tsx';
import styles from './TopBar.module.css';
import { TravelControl } from './TravelControl.tsx';
import { WorkspaceClock } from './WorkspaceClock.tsx';

const DomainBar = lazyPart(() => import('../senders/DomainBar.tsx'), 'DomainBar');
const PauseBar = lazyPart(() => import('../pace/PauseBar.tsx'), 'PauseBar');

/** Which workspace this is and, where its clock can be moved, what time it has. */
export function TopBar() {
  const { t } = useTranslation('shell');
  const { data } = useQuery(queries.workspace);
  const canTravel = data?.kind === 'demo' || data?.kind === 'sandbox';
  return (
    <header className={styles.bar}>
      <span className={styles.mark}>
        <Mark size={24} />
      </span>
      <span className={styles.name}>{data?.name ?? ' '}</span>
      {data && data.kind !== 'live' && (
        <Badge variant="light" color="nezumi" size="sm" tt="none" fw={600} className={styles.kind}>
          {t(`kind.${data.kind}`)}
        </Badge>
      )}
      <div className={styles.alarms}>
        {data?.sendingStopped && (
          <TextLink to="/settings" c="shu" size="sm" fw={600}>
            {t('stopped')}
          </TextLink>
        )}
        <Suspense>{data && data.failingDomains.length > 0 && <DomainBar domains={data.failingDomains} />}</Suspense>
        <Suspense>{data && data.pausedSenders.length > 0 && <PauseBar senders={data.pausedSenders} />}</Suspense>
      </div>
      <span className={styles.space} />
      {data && canTravel && (
        <>
          <WorkspaceClock />
          {!data.seeding && <TravelControl workspace={data} />}
        </>
      )}
      {data?.seeding && <SeedingBar {...data.seeding} />}
    </header>
  );
}
