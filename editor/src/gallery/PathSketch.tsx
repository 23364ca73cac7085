import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useMemo } from 'react';
import { layoutOf } from '../journey/layout.ts';
import { pathThrough } from '../journey/layout/routes.ts';
import { CARD_WIDTH } from '../journey/layout/sizes.ts';
import { colour } from '../tokens.ts';
import classes from './gallery.module.css';

/** A journey's path in small: its own layout, without words. */
export function PathSketch({ graph }: { graph: JourneyGraph }) {
  const { places, routes } = useMemo(() => layoutOf(graph), [graph]);
  const all = [...places.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const width = Math.max(...all.map(({ x }) => x)) + CARD_WIDTH - left;
  const height = Math.max(...all.map(({ y, height: tall }) => y + tall));
  return (
    <svg className={classes.sketch} viewBox={`${left - 8} -8 ${width + 16} ${height + 16}`} aria-hidden="true">
      {[...routes.values()].map(({ id, points }) => (
        <path key={id} d={pathThrough(points)} />
      ))}
      {[...places].map(([id, { x, y, height: tall }]) => (
        <rect
          key={id}
          x={x}
          y={y}
          width={CARD_WIDTH}
          height={tall}
          rx={24}
          fill={colour(findNodeType(graph.nodes[id]?.type ?? '')?.group ?? 'custom')}
        />
      ))}
    </svg>
  );
}
