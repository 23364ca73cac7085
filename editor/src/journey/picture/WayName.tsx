import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import { useLocale } from '../../i18n/locale.ts';
import { portsOf } from '../doc/ports.ts';
import type { Point } from '../layout/routes.ts';

/** What the port is called by which a way leaves. */
export function WayName({ node, port, at }: { node: GraphNode | undefined; port: string; at: Point }) {
  const locale = useLocale();
  const name = node && portsOf(node).find(({ id }) => id === port)?.label[locale];
  return (
    <text x={at.x} y={at.y}>
      {name ?? port}
    </text>
  );
}
