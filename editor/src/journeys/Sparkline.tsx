import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './JourneysTable.module.css';

const [WIDTH, HEIGHT, PAD] = [88, 24, 3];

/** Eight weeks as a line, the last one as a dot; the same figures are said in words. */
export function Sparkline({ weeks }: { weeks: readonly number[] }) {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const most = Math.max(1, ...weeks);
  const points = weeks.map((n, i) => ({
    x: PAD + (i * (WIDTH - 2 * PAD)) / Math.max(1, weeks.length - 1),
    y: HEIGHT - PAD - (n / most) * (HEIGHT - 2 * PAD),
  }));
  const last = points.at(-1);
  return (
    <svg
      className={styles.sparkline}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('health.trend', { weeks: weeks.map((n) => fmt.number(n)).join(', ') })}
    >
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={2.5} />}
    </svg>
  );
}
