import '@mantine/charts/styles.css';
import { CompositeChart } from '@mantine/charts';
import type { Group } from '@tabiji/shared/api/reports.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import { valueOf, type Counted, type Metric } from './metrics.ts';
import styles from './Reports.module.css';

interface Props {
  group: Group;
  metric: Metric;
  now: readonly (Counted & { from: string })[];
  before: readonly Counted[] | undefined;
}

/** One figure by day, week or month as bars; the period before as a line. */
export function PeriodChart({ group, metric, now, before }: Props) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const figure = t(`figure.${metric}`);
  const data = now.map((bucket, i) => ({
    date: shortDate(bucket.from, group),
    now: valueOf(bucket, metric),
    before: before?.[i] ? valueOf(before[i], metric) : undefined,
  }));
  return (
    <figure className={styles.chart} aria-label={t('chart.label', { figure })}>
      <figcaption>{t(`chart.title.${group}`, { figure })}</figcaption>
      <CompositeChart
        h={220}
        data={data}
        dataKey="date"
        withLegend
        maxBarWidth={28}
        legendProps={{ verticalAlign: 'top', height: 36, itemSorter: null }}
        series={[
          { name: 'now', label: t('chart.now'), color: 'var(--tabiji-send)', type: 'bar' },
          {
            name: 'before',
            label: t('chart.before'),
            color: 'var(--tabiji-muted)',
            type: 'line',
            strokeDasharray: '4 4',
          },
        ]}
        curveType="linear"
        strokeWidth={1.5}
        withDots={false}
        gridAxis="x"
        tickLine="none"
        valueFormatter={(value) => (metric === 'revenue' ? fmt.money(value) : fmt.number(value))}
        yAxisProps={{ width: 64, allowDecimals: false }}
        composedChartProps={{ accessibilityLayer: false }}
      />
    </figure>
  );
}

/** `2026-04-01` as `4/1`, of a month `2026/4`. */
const shortDate = (date: string, group: Group): string => {
  const [year, month, day] = date.split('-').map(Number);
  return group === 'month' ? `${year}/${month}` : `${month}/${day}`;
};
