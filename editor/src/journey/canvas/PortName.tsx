import { useTranslation } from 'react-i18next';
import { routeId, type Route } from '../layout/routes.ts';
import { toggleFold } from '../session/folding.ts';
import { useSession } from '../session/use-session.ts';
import { usePortName, usePortShare, useWayRow } from './use-port-words.ts';
import classes from './Way.module.css';

/** What a port is called, and which share of those who passed went this way. A click folds what follows up. */
export function PortName({ route: { from, label, folds } }: { route: Route }) {
  const { t } = useTranslation('drawing');
  const session = useSession();
  const name = usePortName(from);
  const row = useWayRow(from);
  const share = usePortShare(from);
  if (!label) return null;
  const text = (
    <text x={label.x} y={label.y} className={classes.name}>
      <title>{name}</title>
      {row === undefined ? short(name) : `${row} ${short(name, 11)}`}
      {share !== undefined && (
        <tspan dx={6} className={classes.share}>
          {share}
        </tspan>
      )}
    </text>
  );
  if (!folds) return text;
  // The keys [ and ] do the same from the card.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={classes.folds} onClick={() => toggleFold(session, routeId(from))}>
      <title>{t('pill.fold', { name })}</title>
      <rect x={label.x - 60} y={label.y - 12} width={120} height={24} fill="transparent" />
      {text}
    </g>
  );
}

/** As much as fits into a lane. */
const short = (name: string, fits = 14) => (name.length > fits ? `${name.slice(0, fits - 1)}…` : name);
