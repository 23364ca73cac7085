import { usePortName } from '../canvas/use-port-words.ts';
import { pathThrough, type Route } from '../layout/routes.ts';

/** A line on paper, with its port's name. */
export function PrintWay({ route: { from, points, label } }: { route: Route }) {
  const name = usePortName(from);
  return (
    <g>
      <path d={pathThrough(points)} className="way" />
      {label && (
        <text x={label.x} y={label.y} className="port">
          {name}
        </text>
      )}
    </g>
  );
}
