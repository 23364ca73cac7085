import { useLayoutEffect, useState, type RefObject } from 'react';
import type { PortRef } from '../doc/ports.ts';
import { routeId } from '../layout/routes.ts';
import { useSession } from '../session/use-session.ts';

export const PICKER_WIDTH = 304;
const PICKER_HEIGHT = 400;

/** Where the picker lies on the canvas: beside its ⊕, wholly inside. */
export function usePickerPlace(at: PortRef, box: RefObject<HTMLElement | null>) {
  const { doc, viewport } = useSession();
  const [place, setPlace] = useState<{ left: number; top: number; maxHeight: number }>();
  useLayoutEffect(() => {
    const canvas = box.current?.parentElement?.getBoundingClientRect();
    const route = doc.store.getState().layout.routes.get(routeId(at));
    if (!canvas || !route) return;
    const point = viewport.current?.onScreen(route.plus) ?? lineOf(at, box.current?.parentElement, canvas);
    const right = point.x + 22;
    const left = right + PICKER_WIDTH + 12 > canvas.width ? point.x - PICKER_WIDTH - 22 : right;
    const maxHeight = Math.min(PICKER_HEIGHT, canvas.height - 24);
    // oxlint-disable-next-line react/set-state-in-effect -- it must be measured before it is shown
    setPlace({
      left: Math.max(12, Math.min(left, canvas.width - PICKER_WIDTH - 12)),
      top: Math.max(12, Math.min(point.y - 28, canvas.height - maxHeight - 12)),
      maxHeight,
    });
  }, [at, box, doc, viewport]);
  return place;
}

/** Where the outline's line for a port stands: its own, or its node's. */
function lineOf(at: PortRef, outline: HTMLElement | null | undefined, { left, top, width, height }: DOMRect) {
  const lines = [`[data-slot="${routeId(at)}"]`, `[data-row="branch ${routeId(at)}"]`, `[data-node="${at.node}"]`];
  const line = lines.map((each) => outline?.querySelector(each)).find(Boolean);
  const place = line?.getBoundingClientRect();
  return place
    ? { x: Math.min(place.left - left + 120, width / 2), y: place.top - top + 64 }
    : { x: width / 2, y: height / 2 };
}
