import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/DataTable.tsx';
import { useFmt } from '../use-fmt.ts';
import { bouncedIn, isUntold, shareOfSent } from './metrics.ts';
import styles from './Reports.module.css';

const COLUMNS = [
  'asked',
  'sent',
  'reached',
  'opened',
  'clicked',
  'goals',
  'orders',
  'revenue',
  'unsubscribed',
] as const;
const ON_PHONE: readonly string[] = ['sent', 'clicked', 'revenue'];

/** The columns of figures of every table of the page. */
export function useFigureColumns<Row>(
  mailsOf: (row: Row) => MailFigures,
  enteredOf?: (row: Row) => number,
): Column<Row>[] {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const figure = (id: string, title: string, cell: (row: Row) => React.ReactNode): Column<Row> => ({
    id,
    title,
    isNumber: true,
    onPhone: ON_PHONE.includes(id),
    cell,
  });
  return [
    ...(enteredOf ? [figure('entered', t('figure.entered'), (row) => fmt.number(enteredOf(row)))] : []),
    ...COLUMNS.map((id) =>
      figure(id, t(`figure.${id}`), (row) => {
        const mails = mailsOf(row);
        if (id === 'reached' && isUntold(mails)) return <span className={styles.second}>{t('figure.untold')}</span>;
        const share = shareOfSent(mails, id);
        return (
          <>
            {id === 'revenue' ? fmt.money(mails[id]) : fmt.number(mails[id])}
            {share !== undefined && <span className={styles.second}>{fmt.percent(share)}</span>}
          </>
        );
      }),
    ),
    figure('bounced', t('figure.bounced'), (row) => fmt.number(bouncedIn(mailsOf(row)))),
  ];
}
