import type { Route } from '../layout/routes.ts';
import { useFmt } from '../../use-fmt.ts';
import { useSim, useUi } from '../session/use-session.ts';
import { useTranslation } from 'react-i18next';
import classes from './SimWay.module.css';
import { widthOf } from './width-of.ts';

/** How a way is drawn while testing: taken solid with the token running along it, others faint; of a cohort its people. */
export function SimWay({ route, path }: { route: Route; path: string }) {
  const isTest = useUi(({ mode }) => mode === 'test');
  return isTest && <Tried route={route} path={path} />;
}

function Tried({ route: { id, from, plus }, path }: { route: Route; path: string }) {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const isTaken = useSim(({ seen, at }) => (seen?.ways.get(id) ?? Infinity) <= at);
  const isRunning = useSim(({ isPlaying }) => isPlaying);
  const people = useSim(({ cohort }) => cohort?.draft.edges[from.node]?.[from.port]?.people);
  const estimated = useSim(({ cohort }) => cohort?.draft.edges[from.node]?.[from.port]?.estimated ?? 0);
  return (
    <>
      {(isTaken || (people ?? 0) > 0) && (
        <path d={path} className={classes.taken} style={people ? { strokeWidth: widthOf(people) } : undefined} />
      )}
      {isTaken && isRunning && (
        <circle r="6" className={classes.token}>
          <animateMotion dur="0.6s" repeatCount="1" fill="freeze" path={path} />
        </circle>
      )}
      {people !== undefined && people > 0 && (
        <text x={plus.x} y={plus.y} className={classes.people}>
          {t(estimated > 0 ? 'cohort.wayEstimated' : 'cohort.way', {
            people: fmt.short(people),
            share: fmt.percent(estimated / people),
          })}
        </text>
      )}
    </>
  );
}
