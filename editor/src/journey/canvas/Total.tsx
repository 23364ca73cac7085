import { useTranslation } from 'react-i18next';
import { elapsedIn } from '../layout/elapsed.ts';
import type { Route } from '../layout/routes.ts';
import { useDoc } from '../session/use-session.ts';
import classes from './Way.module.css';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Beside the way on from a wait: how long customers have been on their way by then. */
export function Total({ route: { from, points } }: { route: Route }) {
  const { t } = useTranslation('drawing');
  const least = useDoc(({ graph }) => elapsedIn(graph).get(from.node)?.least);
  const most = useDoc(({ graph }) => elapsedIn(graph).get(from.node)?.most);
  const [out] = points;
  if (least === undefined || most === undefined || !out) return null;
  const inDays = most >= 2 * DAY || most % DAY === 0;
  const whole = (ms: number) => Math.round(ms / (inDays ? DAY : HOUR));
  const [short, long] = [whole(least), whole(most)];
  const text =
    short === long
      ? t(inDays ? 'total.days' : 'total.hours', { count: long })
      : t(inDays ? 'total.daysBetween' : 'total.hoursBetween', { least: short, most: long });
  return (
    <text x={out.x + 12} y={out.y + 20} className={classes.total}>
      {text}
    </text>
  );
}
