import { useMemo } from 'react';
import { boundsOf } from '../layout/box.ts';
import { layoutOf } from '../layout.ts';
import { NOTE_WIDTH, noteAt } from '../session/sticky-notes.ts';
import { useDoc } from '../session/use-session.ts';
import { PrintCard } from './PrintCard.tsx';
import { PrintWay } from './PrintWay.tsx';

const AIR = 24;

/** The whole journey with nothing folded, as large as the paper allows. */
export function PrintDrawing() {
  const graph = useDoc((state) => state.graph);
  const layout = useMemo(() => layoutOf(graph), [graph]);
  const notes = Object.entries(graph.notes ?? {}).flatMap(([id, note]) => {
    const at = noteAt(layout, graph.start, note);
    return at ? [{ id, ...at, text: note.text, width: note.width ?? NOTE_WIDTH }] : [];
  });
  const box = boundsOf(layout);
  const left = Math.min(box.left, ...notes.map(({ x }) => x)) - AIR;
  const right = Math.max(box.right, ...notes.map(({ x, width }) => x + width)) + AIR;
  const [top, bottom] = [box.top - AIR, box.bottom + AIR];
  return (
    <svg className="drawing" viewBox={`${left} ${top} ${right - left} ${bottom - top}`}>
      {[...layout.routes.values()].map((route) => (
        <PrintWay key={route.id} route={route} />
      ))}
      {[...layout.places].map(([id, place]) => (
        <PrintCard key={id} id={id} place={place} />
      ))}
      {notes.map(({ id, x, y, text, width }) => (
        <foreignObject key={id} x={x} y={y} width={width} height={400} style={{ overflow: 'visible' }}>
          <p className="note">{text}</p>
        </foreignObject>
      ))}
    </svg>
  );
}
