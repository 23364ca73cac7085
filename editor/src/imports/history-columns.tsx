import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import type { TFunction } from 'i18next';
import type { Fmt } from '../fmt.ts';
import type { Token } from '../tokens.ts';
import type { Column } from '../ui/DataTable.tsx';
import { Status } from '../ui/Status.tsx';
import styles from './HistoryPanel.module.css';
import { ImportActions } from './ImportActions.tsx';
import type { PacedRow } from './paced-rows.ts';
import { ProgressLine } from './ProgressLine.tsx';
import { RefusalsButton } from './RefusalsButton.tsx';

const TOKENS: Readonly<Record<ImportRow['state'], Token>> = {
  uploading: 'send',
  waiting: 'wait',
  running: 'send',
  done: 'start',
  failed: 'error',
  cancelled: 'muted',
};

/** What the list of imports shows of each. */
export const historyColumns = (t: TFunction<'imports'>, fmt: Fmt, now: number): Column<PacedRow>[] => [
  {
    id: 'file',
    title: t('history.file'),
    grows: true,
    cell: (row) => (
      <>
        <span className={styles.file}>{row.file}</span>
        {row.state === 'running' ? (
          <ProgressLine row={row} />
        ) : (
          <span className={styles.how}>
            {t(`kind.${row.kind}`)} · {t(row.startJourneys ? 'history.journeys' : 'history.record')} ·{' '}
            {fmt.bytes(row.bytesTotal)}
          </span>
        )}
        {row.error && <div className={styles.error}>{row.error}</div>}
      </>
    ),
  },
  {
    id: 'state',
    title: t('history.state'),
    onPhone: true,
    cell: ({ state }) => (
      <Status token={TOKENS[state]} isHollow={state === 'waiting' || state === 'cancelled'}>
        {t(`state.${state}`)}
      </Status>
    ),
  },
  { id: 'stored', title: t('history.stored'), isNumber: true, cell: ({ rowsStored }) => fmt.number(rowsStored) },
  {
    id: 'unchanged',
    title: t('history.unchanged'),
    isNumber: true,
    cell: ({ rowsUnchanged }) => fmt.number(rowsUnchanged),
  },
  {
    id: 'refused',
    title: t('history.refused'),
    isNumber: true,
    onPhone: true,
    cell: (row) => <RefusalsButton row={row} />,
  },
  {
    id: 'created',
    title: t('history.created'),
    isNumber: true,
    cell: ({ createdAt }) => <time className={styles.muted}>{fmt.compact(createdAt, now)}</time>,
  },
  { id: 'actions', title: '', cell: (row) => <ImportActions row={row} /> },
];
