import { memo } from 'react';
import { useFmt } from '../../use-fmt.ts';
import { pathThrough } from '../layout/routes.ts';
import { countRender } from '../meter.ts';
import { useDoc } from '../session/use-session.ts';
import { Plus } from './Plus.tsx';
import { usePortName, usePortShare } from './use-port-words.ts';
import classes from './Way.module.css';

/** One way between two cards, with its port's name and, when pointed at, its ⊕; at an open end that is always to be seen. */
export const Way = memo(function Way({ id }: { id: string }) {
  countRender('ways');
  const route = useDoc(({ layout }) => layout.routes.get(id));
  if (!route) return null;
  const path = pathThrough(route.points);
  return (
    <g className={classes.way} data-open={route.to === null || undefined}>
      <path d={path} className={classes.reach} />
      <path d={path} className={classes.line} />
      {route.label && <PortName node={route.from.node} port={route.from.port} x={route.label.x} y={route.label.y} />}
      <Plus at={route.from} x={route.plus.x} y={route.plus.y} />
    </g>
  );
});

/** What a port is called, and which share of those who passed went this way. */
function PortName({ node, port, x, y }: { node: string; port: string; x: number; y: number }) {
  const fmt = useFmt();
  const name = usePortName({ node, port });
  const share = usePortShare({ node, port });
  return (
    <text x={x} y={y} className={classes.name}>
      {short(name)}
      {share !== undefined && (
        <tspan dx={6} className={classes.share}>
          {fmt.percent(share)}
        </tspan>
      )}
    </text>
  );
}

/** As much as fits into a lane. */
const short = (name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name);
