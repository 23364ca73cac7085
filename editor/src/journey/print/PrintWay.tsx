import { usePortName } from '../canvas/use-port-words.ts';
import { pathThrough, type Route } from '../layout/routes.ts';

/** A line on paper, with its port's name. `larger`: how many times larger letters would have to be to be read. */
export function PrintWay({ route: { from, points, label }, larger }: { route: Route; larger: number }) {
  const name = usePortName(from);
  const size = Math.min(24, 12 * Math.max(1, larger));
  return (
    <g>
      <path d={pathThrough(points)} className="way" style={{ strokeWidth: 1.5 * Math.max(1, larger / 1.5) }} />
      {label && (
        <text x={label.x} y={label.y} className="port" style={{ fontSize: size }}>
          {name}
        </text>
      )}
    </g>
  );
}
