import type { JourneyRow } from '@tabiji/shared/api/journeys.ts';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import type { Fmt } from '../fmt.ts';
import { lookOf } from '../journey-life/life.ts';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { Status } from '../ui/Status.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import { useHealthColumns } from './health-columns.tsx';
import { JourneyMenu } from './JourneyMenu.tsx';
import styles from './JourneysTable.module.css';
import { useTroubles } from './use-troubles.tsx';

/** The health of every journey in figures. */
export function JourneysTable({ journeys }: { journeys: readonly JourneyRow[] }) {
  const { t } = useTranslation('journeys');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const { data: pulses } = useQuery(queries.pulses);
  const troubles = useTroubles();
  const troubleOf = (row: JourneyRow) => troubles(pulses?.find(({ id }) => id === row.id));
  const columns = columnsOf({ t, fmt, now, troubleOf }, useHealthColumns());
  return <DataTable label={t('title')} columns={columns} rows={journeys} keyOf={({ id }) => id} />;
}

interface Said {
  t: TFunction<'journeys'>;
  fmt: Fmt;
  now: number;
  /** What to look at in a journey; on a phone it stands below the name. */
  troubleOf: (row: JourneyRow) => React.ReactNode;
}

function columnsOf({ t, fmt, now, troubleOf }: Said, health: readonly Column<JourneyRow>[]): Column<JourneyRow>[] {
  return [
    {
      id: 'name',
      title: t('columns.name'),
      grows: true,
      cell: (row) => (
        <>
          <TextLink to="/journeys/$id" params={{ id: row.id }} className={styles.name}>
            {row.name}
          </TextLink>
          {row.version !== null && (
            <span className={styles.version}>
              {t('version', { version: row.version })}
              {row.changed && <span className={styles.changed}> · {t('changed')}</span>}
            </span>
          )}
          <span className={styles.onPhone}>{troubleOf(row)}</span>
        </>
      ),
    },
    {
      id: 'status',
      title: t('columns.status'),
      onPhone: true,
      cell: ({ status }) => (
        <Status token={lookOf[status].token} isHollow={lookOf[status].isHollow}>
          {t(`status.${status}`)}
        </Status>
      ),
    },
    {
      id: 'active',
      title: t('columns.active'),
      isNumber: true,
      onPhone: true,
      cell: ({ active }) => fmt.number(active),
    },
    ...health,
    {
      id: 'updated',
      title: t('columns.updated'),
      isNumber: true,
      cell: ({ updatedAt, updatedBy }) => (
        <>
          <time dateTime={updatedAt} title={fmt.full(updatedAt)} className={styles.updated}>
            {fmt.ago(updatedAt, now)}
          </time>
          {updatedBy && <span className={styles.version}>{t('by', { name: updatedBy })}</span>}
        </>
      ),
    },
    { id: 'actions', title: '', cell: (journey) => <JourneyMenu journey={journey} /> },
  ];
}
