import type { ExperimentReport } from '@tabiji/shared/api/reports.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { Fmt } from '../../fmt.ts';
import { useFmt } from '../../use-fmt.ts';
import styles from '../Reports.module.css';
import { Scrolls } from '../Scrolls.tsx';
import { Whisker } from './Whisker.tsx';

type Way = ExperimentReport['ways'][number];
const points = (share: number) => (100 * share).toFixed(1);

/** The ways of an experiment side by side, whether it can be told which is best, and if not, what is missing. */
export function ExperimentCard({ experiment }: { experiment: ExperimentReport }) {
  const { t } = useTranslation('reports');
  const locale = useLocale();
  const fmt = useFmt();
  const { journeyId, journey, node, nodeName, ways, verdict, best, needed, minimum } = experiment;
  const columns = columnsOf(experiment, { t, fmt, locale });
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
          {nodeName === null ? t('openJourney') : journey}
        </TextLink>
      }
    >
      <Status token={isDecided ? 'start' : 'wait'} isHollow={!isDecided}>
        {words}
      </Status>
      {!isDecided && <p className={styles.help}>{missing}</p>}
      <Scrolls title={words}>
        <DataTable label={words} columns={columns} rows={ways} keyOf={({ port }) => port} />
      </Scrolls>
      <p className={styles.help}>{t('experiments.help')}</p>
    </Panel>
  );
}

interface Said {
  t: TFunction<'reports'>;
  fmt: Fmt;
  locale: Locale;
}

function columnsOf({ ways, best }: ExperimentReport, { t, fmt, locale }: Said): Column<Way>[] {
  const most = Math.max(...ways.flatMap(({ behind }) => (behind ? [Math.abs(behind.low), Math.abs(behind.high)] : [])));
  const number = (id: 'chosen' | 'sent' | 'clicked' | 'judged' | 'met', onPhone = false): Column<Way> => ({
    id,
    title: t(`experiments.${id}`),
    isNumber: true,
    onPhone,
    cell: (way) => fmt.number(way[id]),
  });
  return [
    { id: 'way', title: t('experiments.way'), grows: true, cell: ({ label }) => label[locale] },
    number('chosen'),
    number('sent'),
    number('clicked'),
    number('judged', true),
    number('met', true),
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
}
