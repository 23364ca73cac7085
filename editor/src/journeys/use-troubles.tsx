import type { JourneyPulse } from '@tabiji/shared/api/journey-health.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/TextLink.tsx';
import styles from './JourneysTable.module.css';

/** What somebody should look at in a journey, as the way to it; null where there is nothing. */
export function useTroubles(): (pulse: JourneyPulse | undefined) => React.ReactNode {
  const { t } = useTranslation('results');
  return (pulse) => {
    const kinds = [...new Set(pulse?.troubles.map(({ kind }) => kind))];
    if (!pulse || kinds.length === 0) return null;
    return (
      <TextLink to="/journeys/$id" params={{ id: pulse.id }} search={{ show: 'results' }} className={styles.trouble}>
        {kinds.map((kind) => t(`trouble.short.${kind}`)).join(' · ')}
      </TextLink>
    );
  };
}
