import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import { changeOf, isUntold, METRICS, shareOfSent, UNIT, valueOf, type Counted, type Metric } from './metrics.ts';
import styles from './Tiles.module.css';

interface Props {
  now: Counted;
  before: Counted | undefined;
  /** Whether people who entered belong to what is shown. */
  withPeople: boolean;
  metric: Metric;
  onChoose: (metric: Metric) => void;
}

/** The figures of a period, each with its change; the chosen one is what the chart shows. */
export function Tiles({ now, before, withPeople, metric, onChoose }: Props) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const shown = METRICS.filter((one) => withPeople || one !== 'entered');
  return (
    <fieldset className={styles.tiles} aria-label={t('chart.choose')}>
      {shown.map((one) => {
        const value = valueOf(now, one);
        const share = shareOfSent(now.mails, one);
        const untold = one === 'reached' && isUntold(now.mails);
        return (
          <UnstyledButton key={one} className={styles.tile} aria-pressed={one === metric} onClick={() => onChoose(one)}>
            <span className={styles.name}>{t(`figure.${one}`)}</span>
            <span className={styles.value}>
              {untold ? t('figure.untold') : one === 'revenue' ? fmt.money(value) : fmt.number(value)}
              {!untold && one !== 'revenue' && <small> {t(`unit.${UNIT[one]}`)}</small>}
            </span>
            <span className={styles.share}>
              {share !== undefined && !untold && t('ofSent', { share: fmt.percent(share) })}
            </span>
            {before && <Change now={value} before={valueOf(before, one)} />}
          </UnstyledButton>
        );
      })}
    </fieldset>
  );
}

/** How much more or less it is than before. */
function Change({ now, before }: { now: number; before: number }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const change = changeOf(now, before);
  const words =
    now === before
      ? t('sameAsBefore')
      : change === null
        ? t('beforeNone')
        : `${change > 0 ? '▲' : '▼'} ${fmt.percent(Math.abs(change))}`;
  return <span className={styles.change}>{words}</span>;
}
