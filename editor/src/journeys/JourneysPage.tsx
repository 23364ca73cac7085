import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useFetchedParts } from '../idle.ts';
import { TakeFile } from '../journey-files/TakeFile.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { JourneysTable } from './JourneysTable.tsx';
import { NewJourney } from './NewJourney.tsx';

/** All journeys with their health. */
export function JourneysPage() {
  useFetchedParts();
  const { t } = useTranslation('journeys');
  const [shown, setShown] = useState<'inSight' | 'archived'>('inSight');
  const query = useQuery(shown === 'inSight' ? queries.journeys : queries.archivedJourneys);
  const buttons = (
    <Group gap="xs" justify="center">
      <TakeFile />
      <NewJourney />
    </Group>
  );
  return (
    <Page>
      <PageHeader title={t('title')} about={t('about')}>
        <SegmentedControl
          aria-label={t('show.label')}
          value={shown}
          data={(['inSight', 'archived'] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
          onChange={setShown}
        />
        {query.data?.length && shown === 'inSight' ? buttons : null}
      </PageHeader>
      <Loaded query={query}>
        {(journeys) => (
          <Card flush>
            {journeys.length > 0 ? (
              <JourneysTable journeys={journeys} />
            ) : shown === 'archived' ? (
              <EmptyState title={t('noneArchived.title')} body={t('noneArchived.body')} />
            ) : (
              <EmptyState title={t('empty.title')} body={t('empty.body')} action={buttons} />
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
