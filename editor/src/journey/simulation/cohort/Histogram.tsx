import type { CohortCounts } from '@tabiji/shared/api/cohort.ts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../../use-fmt.ts';
import classes from './cohort.module.css';
import { barsOf } from './compare.ts';

const WIDTH = 320;
const HEIGHT = 96;

/** Sends per day; what is estimated is hatched. */
export function Histogram({ perDay }: { perDay: CohortCounts['perDay'] }) {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const hatch = useId();
  const bars = barsOf(perDay);
  const most = Math.max(0, ...bars.map(({ sent }) => sent));
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last || most === 0) return null;
  const step = WIDTH / bars.length;
  const tall = (count: number) => (HEIGHT * count) / most;
  const isByWeek = bars.length < perDay.length;
  const peak = t(isByWeek ? 'cohort.mostPerWeek' : 'cohort.mostPerDay', { count: most });
  return (
    <figure className={classes.figure}>
      <figcaption>
        <b>{t(isByWeek ? 'cohort.perWeek' : 'cohort.perDay')}</b>
        <span>{peak}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={peak}>
        <defs>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" className={classes.hatchGround} />
            <rect width="1.5" height="4" className={classes.bar} />
          </pattern>
        </defs>
        {bars.map(({ date, sent, estimated }, i) => (
          <g key={date} transform={`translate(${i * step} 0)`}>
            <title>{t('cohort.onDay', { day: fmt.date(`${date}T12:00:00Z`), count: sent })}</title>
            <rect
              className={classes.bar}
              width={Math.max(1, step - 1)}
              y={HEIGHT - tall(sent - estimated)}
              height={tall(sent - estimated)}
            />
            <rect
              fill={`url(#${hatch})`}
              width={Math.max(1, step - 1)}
              y={HEIGHT - tall(sent)}
              height={tall(estimated)}
            />
          </g>
        ))}
      </svg>
      <div className={classes.axis}>
        <span>{fmt.date(`${first.date}T12:00:00Z`)}</span>
        {bars.some(({ estimated }) => estimated > 0) && <span>{t('cohort.hatched')}</span>}
        <span>{fmt.date(`${last.date}T12:00:00Z`)}</span>
      </div>
    </figure>
  );
}
