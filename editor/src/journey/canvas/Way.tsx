import { memo } from 'react';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import { portsOf } from '../doc/ports.ts';
import { pathThrough } from '../layout/routes.ts';
import { countRender } from '../meter.ts';
import { passed } from '../session/live-store.ts';
import { useDoc, useLive } from '../session/use-session.ts';
import { Plus } from './Plus.tsx';
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
  const locale = useLocale();
  const fmt = useFmt();
  const name = useDoc(({ graph }) => {
    const from = graph.nodes[node];
    return from && portsOf(from).find(({ id }) => id === port)?.label[locale];
  });
  const share = useLive(({ byNode }) => {
    const figures = byNode[node];
    const all = figures ? passed(figures) : 0;
    return figures && all > 0 ? (figures.left[port] ?? 0) / all : undefined;
  });
  return (
    <text x={x} y={y} className={classes.name}>
      {short(name ?? port)}
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
