import { useState, type PointerEvent } from 'react';
import type { Point } from '../../layout/routes.ts';
import { useSession } from '../../session/use-session.ts';

const STILL: Point = { x: 0, y: 0 };

/** Lets a pointer drag a note: it follows at once, and becomes a change of the journey when it is let go. */
export function useNoteDrag(id: string) {
  const { doc, viewport } = useSession();
  const [from, setFrom] = useState<Point>();
  const [shift, setShift] = useState(STILL);
  const zoom = () => {
    const [a, b] = [0, 1].map((x) => viewport.current?.onScreen({ x, y: 0 }).x ?? x);
    return (b ?? 1) - (a ?? 0);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom({ x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent) => {
      if (from) setShift({ x: (event.clientX - from.x) / zoom(), y: (event.clientY - from.y) / zoom() });
    },
    onPointerUp: () => {
      const note = doc.store.getState().graph.notes?.[id];
      if (note && from && (shift.x || shift.y))
        doc.dispatch({ do: 'note.move', id, dx: note.dx + shift.x, dy: note.dy + shift.y });
      setFrom(undefined);
      setShift(STILL);
    },
    onPointerCancel: () => {
      setFrom(undefined);
      setShift(STILL);
    },
  };
  return { shift, handlers };
}
