import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reports } from '../../api/reports.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ExperimentCard } from './ExperimentCard.tsx';
import { HoldoutCard } from './HoldoutCard.tsx';

/** What experiments show, and what is different with people who were kept out. */
export function Comparisons() {
  const { t } = useTranslation('reports');
  const query = useQuery(reports.comparisons);
  return (
    <Loaded query={query}>
      {({ experiments, holdouts }) => (
        <>
          {experiments.map((one) => (
            <ExperimentCard key={`${one.journeyId} ${one.node}`} experiment={one} />
          ))}
          {experiments.length === 0 && (
            <Card label={t('experiments.title')}>
              <EmptyState title={t('experiments.none')} body={t('experiments.noneBody')} />
            </Card>
          )}
          {holdouts.map((one) => (
            <HoldoutCard key={`${one.scope} ${one.journeyId} ${one.node}`} holdout={one} />
          ))}
          {holdouts.length === 0 && (
            <Card label={t('holdouts.title')}>
              <EmptyState title={t('holdouts.none')} body={t('holdouts.noneBody')} />
            </Card>
          )}
        </>
      )}
    </Loaded>
  );
}
