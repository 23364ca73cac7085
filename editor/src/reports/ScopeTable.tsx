import type { Group, JourneyReport } from '@tabiji/shared/api/reports.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reports } from '../api/reports.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Panel } from '../ui/Panel.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './Reports.module.css';
import { useFigureColumns } from './use-figure-columns.tsx';
import type { Scope } from './use-scope.ts';

interface Props {
  scope: Scope;
  report: JourneyReport;
  group: Group;
}

/** The parts of what is shown: journeys, the mails of a journey, or the days of a mail. */
export function ScopeTable({ scope, report, group }: Props) {
  const { t } = useTranslation('reports');
  const { period, journey, node } = scope;
  const title =
    journey === undefined ? t('table.journeys') : node === undefined ? t('table.mails') : t(`table.days.${group}`);
  return (
    <Panel title={title}>
      <div className={styles.scrolls} tabIndex={0} role="region" aria-label={title}>
        {journey === undefined ? (
          <Journeys report={report} period={period} title={title} />
        ) : node === undefined ? (
          <Mails scope={scope} group={group} title={title} />
        ) : (
          <Days report={report} group={group} title={title} />
        )}
      </div>
    </Panel>
  );
}

function Journeys({ report, period, title }: { report: JourneyReport; period: Scope['period']; title: string }) {
  const { t } = useTranslation('reports');
  const figures = useFigureColumns<JourneyReport['journeys'][number]>(
    ({ mails }) => mails,
    ({ entered }) => entered,
  );
  const name = {
    id: 'name',
    title: t('table.journey'),
    grows: true,
    cell: ({ journeyId, journey }: JourneyReport['journeys'][number]) => (
      <TextLink to="/reports" search={{ ...period, journey: journeyId }}>
        {journey}
      </TextLink>
    ),
  };
  return (
    <DataTable label={title} columns={[name, ...figures]} rows={report.journeys} keyOf={({ journeyId }) => journeyId} />
  );
}

function Mails({ scope: { period, journey }, group, title }: { scope: Scope; group: Group; title: string }) {
  const { t } = useTranslation('reports');
  const query = useQuery(reports.mails({ ...period, journey }, group));
  type Row = NonNullable<typeof query.data>['mails'][number];
  const figures = useFigureColumns<Row>((mail) => mail);
  const name = {
    id: 'name',
    title: t('table.mail'),
    grows: true,
    cell: ({ node, nodeName, templateName }: Row) => (
      <>
        <TextLink to="/reports" search={{ ...period, journey, node }}>
          {nodeName ?? templateName}
        </TextLink>
        {nodeName !== null && nodeName !== templateName && <span className={styles.second}>{templateName}</span>}
      </>
    ),
  };
  return (
    <Loaded query={query}>
      {({ mails }) => (
        <DataTable
          label={title}
          columns={[name, ...figures]}
          rows={mails}
          keyOf={(row) => `${row.node} ${row.template}`}
        />
      )}
    </Loaded>
  );
}

function Days({ report, group, title }: { report: JourneyReport; group: Group; title: string }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  type Row = JourneyReport['buckets'][number];
  const figures = useFigureColumns<Row>(({ mails }) => mails);
  const name = {
    id: 'day',
    title: t(`table.day.${group}`),
    grows: true,
    cell: ({ from }: Row) => (group === 'day' ? fmt.day(`${from}T12:00:00`) : fmt.date(`${from}T12:00:00`)),
  };
  const rows = report.buckets.filter(({ mails }) => mails.asked > 0);
  return <DataTable label={title} columns={[name, ...figures]} rows={rows} keyOf={({ from }) => from} />;
}
