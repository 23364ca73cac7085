import type { Point } from '../layout/routes.ts';
import type { Session } from '../session/session.ts';

/** The point of the canvas under one of the window, and how large the picture is drawn. */
export function onCanvas({ viewport }: Session, at: Point): { point: Point; zoom: number } {
  const origin = viewport.current?.onScreen({ x: 0, y: 0 }) ?? { x: 0, y: 0 };
  const unit = viewport.current?.onScreen({ x: 1, y: 0 }) ?? { x: 1, y: 0 };
  const zoom = unit.x - origin.x;
  return { point: { x: (at.x - origin.x) / zoom, y: (at.y - origin.y) / zoom }, zoom };
}

/** Moves the picture by so many pixels of the screen. */
export function pan(session: Session, { x, y }: Point, zoom: number): void {
  if (x !== 0 || y !== 0) session.viewport.current?.carry({ x: 0, y: 0 }, { x: x / zoom, y: y / zoom });
}

/** Moves an element drawn over the canvas, without drawing anything again. */
export function shift(box: Element, selector: string, { x, y }: Point): void {
  const element = box.querySelector<HTMLElement>(selector);
  if (element) element.style.transform = `translate(${x}px, ${y}px)`;
}
