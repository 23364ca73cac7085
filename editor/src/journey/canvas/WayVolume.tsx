import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import type { Route } from '../layout/routes.ts';
import { widthOf } from '../results/figures.ts';
import { useLive, useUi } from '../session/use-session.ts';
import classes from './Way.module.css';

/** In the results a line is as wide as its people are many; how many, it says when pointed at or beside what is selected. */
export function WayVolume({ route, path }: { route: Route; path: string }) {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const { node, port } = route.from;
  const n = useLive(({ byNode }) => byNode[node]?.left[port] ?? 0);
  const width = useLive(({ most }) => widthOf(n, most));
  const unusual = useLive((live) => live.unusual[`${node}:${port}`]);
  const isNear = useUi(({ selected }) => selected !== null && (selected === node || selected === route.to));
  return (
    <g className={classes.volume} data-near={isNear || undefined} data-unusual={unusual}>
      <path d={path} className={classes.reach} />
      <path d={path} className={classes.line} style={{ strokeWidth: width }} />
      <text x={route.plus.x} y={route.plus.y} className={classes.count}>
        {fmt.short(n)}
        {unusual && ` ${unusual === 'low' ? '↓' : '↑'} ${t(`mark.${unusual}`)}`}
      </text>
    </g>
  );
}
