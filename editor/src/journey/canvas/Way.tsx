import { memo } from 'react';
import { pathThrough } from '../layout/routes.ts';
import { countRender } from '../meter.ts';
import { useDoc, useUi } from '../session/use-session.ts';
import { SimWay } from '../simulation/SimWay.tsx';
import { Plus } from './Plus.tsx';
import { PortName } from './PortName.tsx';
import { Total } from './Total.tsx';
import classes from './Way.module.css';
import { WayVolume } from './WayVolume.tsx';

/**
 * One way between two cards, with its port's name and, when pointed at, its ⊕; at an open end that is always to be
 * seen.
 */
export const Way = memo(function Way({ id }: { id: string }) {
  countRender('ways');
  const route = useDoc(({ layout }) => layout.routes.get(id));
  const isResults = useUi(({ mode }) => mode === 'results');
  if (!route) return null;
  const path = pathThrough(route.points);
  return (
    <g className={classes.way} data-open={route.to === null || undefined}>
      {route.inserts && <path d={path} className={classes.reach} />}
      {isResults ? <WayVolume route={route} path={path} /> : <path d={path} className={classes.line} />}
      <SimWay route={route} path={path} />
      {route.label && <PortName route={route} />}
      {!route.label && <Total route={route} />}
      {route.inserts && <Plus at={route.from} x={route.plus.x} y={route.plus.y} />}
    </g>
  );
});
