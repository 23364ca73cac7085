import { SegmentedControl } from '@mantine/core';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeletons } from '../ui/Skeletons.tsx';
import { MailsView } from './MailsView.tsx';
import './print.css';
import styles from './Reports.module.css';
import { useLightOnPaper } from './use-light-on-paper.ts';
import { useScope } from './use-scope.ts';

const Comparisons = lazyPart(() => import('./comparisons/Comparisons.tsx'), 'Comparisons');

/** What came of mails in a period, and what experiments and people who were kept out show. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const scope = useScope();
  const workspace = useQuery(queries.workspace); // which day it is there: periods begin and end with it
  useLightOnPaper();
  return (
    <Page>
      <div className={`tabiji-report ${styles.report}`}>
        <PageHeader title={t('title')} about={t('about')}>
          <SegmentedControl
            aria-label={t('view.label')}
            value={scope.view ?? 'mails'}
            data={(['mails', 'comparisons'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={(view) => scope.show({ view: view === 'comparisons' ? view : undefined })}
          />
        </PageHeader>
        <Loaded query={workspace}>
          {() =>
            scope.view === 'comparisons' ? (
              <Suspense fallback={<Skeletons />}>
                <Comparisons />
              </Suspense>
            ) : (
              <MailsView scope={scope} />
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
