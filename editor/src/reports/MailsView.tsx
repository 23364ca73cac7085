import { Button } from '@mantine/core';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reports } from '../api/reports.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { useFmt } from '../use-fmt.ts';
import { Equation } from './Equation.tsx';
import type { Metric } from './metrics.ts';
import { groupOf, periodBefore } from './period.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import { Refusals } from './Refusals.tsx';
import styles from './Reports.module.css';
import { Responses } from './Responses.tsx';
import { ScopeTable } from './ScopeTable.tsx';
import { Tiles } from './Tiles.tsx';
import type { Scope } from './use-scope.ts';
import { Where } from './Where.tsx';

const PeriodChart = lazyPart(() => import('./PeriodChart.tsx'), 'PeriodChart');

/** A period of all journeys, of one, or of one of its mails: figures, a chart, what adds up to what, and the parts. */
export function MailsView({ scope }: { scope: Scope }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const [metric, setMetric] = useState<Metric>('sent');
  const { period, journey, node } = scope;
  const group = groupOf(period);
  const query = useQuery(reports.journeys({ ...period, journey, node }, group));
  const { data: before } = useQuery(reports.journeys({ ...periodBefore(period), journey, node }, group));
  return (
    <>
      <PeriodPicker scope={scope} />
      <Where scope={scope} />
      <Loaded query={query}>
        {(report) =>
          report.mails.asked === 0 && report.passages.entered === 0 ? (
            <Card flush>
              <EmptyState
                title={t('empty.title')}
                body={t('empty.body')}
                action={
                  <Button component={Link} to="/journeys">
                    {t('empty.action')}
                  </Button>
                }
              />
            </Card>
          ) : (
            <>
              <Card flush>
                <Tiles
                  now={report}
                  before={before}
                  withPeople={node === undefined}
                  metric={metric}
                  onChoose={setMetric}
                />
                <Suspense fallback={<div className={styles.chart} />}>
                  <PeriodChart group={group} metric={metric} now={report.buckets} before={before?.buckets} />
                </Suspense>
              </Card>
              <Equation mails={report.mails} />
              <ScopeTable scope={scope} report={report} group={group} />
              <div className={styles.two}>
                <Refusals scope={scope} refusals={report.refusals} />
                <Responses scope={scope} mails={report.mails} />
              </div>
              <p className={styles.help}>{t('at', { time: fmt.full(report.at) })}</p>
            </>
          )
        }
      </Loaded>
    </>
  );
}
