import { useMemo } from 'react';
import type { Size } from '../canvas/first-view.ts';
import { boundsOf } from '../layout/box.ts';
import { layoutOf } from '../layout.ts';
import { ROW_GAP } from '../layout/sizes.ts';
import { NOTE_WIDTH, noteAt } from '../session/sticky-notes.ts';
import { useDoc } from '../session/use-session.ts';
import { numbered } from './numbers.ts';
import { onPaper, STRIP_GAP } from './on-paper.ts';
import { PrintCard } from './PrintCard.tsx';
import { PrintWay } from './PrintWay.tsx';

const AIR = 24;
/** Letters below this height are not read on paper, in millimetres (5 points). */
const LEAST = 1.76;
const LETTER = 12;

/**
 * The whole journey with nothing folded, as large as the sheet (in millimetres) allows. Where sentences would be too
 * small to be read, cards keep their number and name, and the table has the rest.
 */
export function PrintDrawing({ paper }: { paper: Size }) {
  const graph = useDoc((state) => state.graph);
  const layout = useMemo(() => layoutOf(graph), [graph]);
  const { numbers } = useMemo(() => numbered(graph), [graph]);
  const notes = Object.entries(graph.notes ?? {}).flatMap(([id, note]) => {
    const at = noteAt(layout, graph.start, note);
    return at ? [{ id, ...at, text: note.text, width: note.width ?? NOTE_WIDTH }] : [];
  });
  const box = boundsOf(layout);
  const all = {
    left: Math.min(box.left, ...notes.map(({ x }) => x)) - AIR,
    right: Math.max(box.right, ...notes.map(({ x, width }) => x + width)) + AIR,
    top: box.top - AIR,
    bottom: box.bottom + AIR,
  };
  const cuts = [...new Set([...layout.places.values()].map(({ y }) => y - ROW_GAP / 4))];
  const { strips, scale } = onPaper(all, cuts, paper);
  const larger = LEAST / (LETTER * scale);
  const width = all.right - all.left;
  const whole = { width: strips.length * (width + STRIP_GAP) - STRIP_GAP, height: paper.height / scale };
  return (
    <svg className="drawing" viewBox={`0 0 ${whole.width} ${whole.height}`} preserveAspectRatio="xMidYMin meet">
      {strips.map(({ left, top, bottom }, i) => (
        <svg
          key={top}
          x={i * (width + STRIP_GAP)}
          width={width}
          height={bottom - top}
          viewBox={`${left} ${top} ${width} ${bottom - top}`}
          overflow="hidden"
        >
          {[...layout.routes.values()].map((route) => (
            <PrintWay key={route.id} route={route} larger={larger} />
          ))}
          {[...layout.places]
            .filter(([, { y, height }]) => y < bottom && y + height > top)
            .map(([id, place]) => (
              <PrintCard key={id} id={id} place={place} number={numbers.get(id)} larger={larger} />
            ))}
          {notes.map(({ id, x, y, text, width: wide }) => (
            <foreignObject key={id} x={x} y={y} width={wide} height={400} style={{ overflow: 'visible' }}>
              <p className="note">{text}</p>
            </foreignObject>
          ))}
        </svg>
      ))}
    </svg>
  );
}
