import type { ExperimentReport } from '@tabiji/shared/api/reports.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import styles from '../Reports.module.css';
import { Whisker } from './Whisker.tsx';

type Way = ExperimentReport['ways'][number];
const points = (share: number) => (100 * share).toFixed(1);

/** The ways of an experiment side by side, whether it can be told which is best, and if not, what is missing. */
export function ExperimentCard({ experiment }: { experiment: ExperimentReport }) {
  const { t } = useTranslation('reports');
  const locale = useLocale();
  const fmt = useFmt();
  const { journeyId, journey, node, nodeName, ways, verdict, best, needed, minimum } = experiment;
  const most = Math.max(...ways.flatMap(({ behind }) => (behind ? [Math.abs(behind.low), Math.abs(behind.high)] : [])));
  const number = (id: string, title: string, of: (way: Way) => number, onPhone = false): Column<Way> => ({
    id,
    title,
    isNumber: true,
    onPhone,
    cell: (way) => fmt.number(of(way)),
  });
  const columns: Column<Way>[] = [
    { id: 'way', title: t('experiments.way'), grows: true, cell: ({ label }) => label[locale] },
    number('chosen', t('experiments.chosen'), ({ chosen }) => chosen),
    number('sent', t('experiments.sent'), ({ sent }) => sent),
    number('clicked', t('experiments.clicked'), ({ clicked }) => clicked),
    number('judged', t('experiments.judged'), ({ judged }) => judged, true),
    number('met', t('experiments.met'), ({ met }) => met, true),
    {
      id: 'rate',
      title: t('experiments.rate'),
      isNumber: true,
      onPhone: true,
      cell: ({ judged, met }) => (judged > 0 ? fmt.percent(met / judged) : '–'),
    },
    {
      id: 'behind',
      title: t('experiments.behind'),
      cell: ({ port, behind, judged }) => {
        if (port === best) return t('experiments.best');
        if (!behind || judged === 0 || best === null) return '–';
        return (
          <>
            <Whisker {...behind} most={most} />
            <span className={styles.second}>
              {t('experiments.range', { low: points(behind.low), high: points(behind.high) })}
            </span>
          </>
        );
      },
    },
  ];
  const winner = ways.find(({ port }) => port === best);
  const isDecided = verdict === 'decided' && winner !== undefined;
  const words = isDecided ? t('experiments.decided', { way: winner.label[locale] }) : t('experiments.undecided');
  const missing =
    verdict === 'too_few'
      ? t('experiments.tooFew', { minimum })
      : needed === null
        ? t('experiments.tooClose')
        : t('experiments.needed', { count: needed });
  return (
    <Panel
      title={`${t('experiments.title')}: ${nodeName ?? journey}`}
      right={
        <TextLink to="/journeys/$id" params={{ id: journeyId }} search={{ node }} size="sm">
          {journey}
        </TextLink>
      }
    >
      <Status token={isDecided ? 'start' : 'wait'} isHollow={!isDecided}>
        {words}
      </Status>
      {!isDecided && <p className={styles.help}>{missing}</p>}
      <div className={styles.scrolls} style={{ marginBottom: 0 }}>
        <DataTable label={words} columns={columns} rows={ways} keyOf={({ port }) => port} />
      </div>
      <p className={styles.help}>{t('experiments.help')}</p>
    </Panel>
  );
}
