import type { JourneyPulse } from '@tabiji/shared/api/journey-health.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import { HeldMailsLink } from './HeldMailsLink.tsx';
import styles from './JourneysTable.module.css';

/** What somebody should look at in a journey, each kind as the way to the step it is about; null where there is nothing. */
export function useTroubles(): (pulse: JourneyPulse | undefined) => React.ReactNode {
  const { t } = useTranslation('results');
  return (pulse) => {
    const byKind = Map.groupBy(pulse?.troubles ?? [], ({ kind }) => kind);
    if (!pulse || byKind.size === 0) return null;
    return [...byKind].map(([kind, [first]]) =>
      first?.kind === 'unreleased' ? (
        <HeldMailsLink key={kind} journey={pulse.id} waiting={first.waiting} first={first.first} />
      ) : (
        <TextLink
          key={kind}
          to="/journeys/$id"
          params={{ id: pulse.id }}
          search={{ show: 'results', ...(first && 'node' in first && { node: first.node }) }}
          className={styles.trouble}
        >
          {t(`trouble.short.${kind}`, { count: 0 })}
        </TextLink>
      ),
    );
  };
}
