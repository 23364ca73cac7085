import type { Group, JourneyReport, JourneyReportRow, MailRow } from '@tabiji/shared/api/reports.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reports } from '../api/reports.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import type { Period } from './period.ts';
import { RowLink } from './RowLink.tsx';
import { Scrolls } from './Scrolls.tsx';
import { useFigureColumns } from './use-figure-columns.tsx';
import type { Scope } from './use-scope.ts';

interface Props {
  scope: Scope;
  report: JourneyReport;
  group: Group;
}

/** The parts of what is shown: journeys, the mails of a journey, or the days of a mail. */
export function ScopeTable({ scope: { period, journey, node }, report, group }: Props) {
  const { t } = useTranslation('reports');
  const ofJourney = node === undefined ? t('table.mails') : t(`table.days.${group}`);
  const title = journey === undefined ? t('table.journeys') : ofJourney;
  return (
    <Panel title={title}>
      <Scrolls title={title}>
        {journey === undefined && <Journeys rows={report.journeys} period={period} title={title} />}
        {journey !== undefined && node === undefined && (
          <Mails period={period} journey={journey} group={group} title={title} />
        )}
        {journey !== undefined && node !== undefined && <Days rows={report.buckets} group={group} title={title} />}
      </Scrolls>
    </Panel>
  );
}

function Journeys({ rows, period, title }: { rows: readonly JourneyReportRow[]; period: Period; title: string }) {
  const { t } = useTranslation('reports');
  const figures = useFigureColumns<JourneyReportRow>(
    ({ mails }) => mails,
    ({ entered }) => entered,
  );
  const nameOf = ({ journeyId, journey }: JourneyReportRow) => (
    <RowLink search={{ ...period, journey: journeyId }} name={journey} />
  );
  const name = { id: 'name', title: t('table.journey'), grows: true, cell: nameOf };
  return <DataTable label={title} columns={[name, ...figures]} rows={rows} keyOf={({ journeyId }) => journeyId} />;
}

function Mails(props: { period: Period; journey: number; group: Group; title: string }) {
  const { t } = useTranslation('reports');
  const { period, journey, group, title } = props;
  const query = useQuery(reports.mails({ ...period, journey }, group));
  const figures = useFigureColumns<MailRow>((mail) => mail);
  const nameOf = ({ node, nodeName, templateName }: MailRow) => (
    <RowLink
      search={{ ...period, journey, node }}
      name={nodeName ?? templateName}
      second={nodeName === null || nodeName === templateName ? undefined : templateName}
    />
  );
  const name = { id: 'name', title: t('table.mail'), grows: true, cell: nameOf };
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

function Days({ rows, group, title }: { rows: JourneyReport['buckets']; group: Group; title: string }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  type Row = (typeof rows)[number];
  const figures = useFigureColumns<Row>(({ mails }) => mails);
  const dateOf = ({ from }: Row) => (group === 'day' ? fmt.day(`${from}T12:00:00`) : fmt.date(`${from}T12:00:00`));
  const name = { id: 'day', title: t(`table.day.${group}`), grows: true, cell: dateOf };
  const shown = rows.filter(({ mails }) => mails.asked > 0);
  return <DataTable label={title} columns={[name, ...figures]} rows={shown} keyOf={({ from }) => from} />;
}
