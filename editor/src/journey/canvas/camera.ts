import { boundsOf } from '../layout/box.ts';
import type { Layout } from '../layout.ts';
import type { Point } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import type { Viewport } from '../session/viewport.ts';
import { need, viewOf, type Size, type View } from './first-view.ts';

/** What the canvas's library can do with its picture. */
export interface Camera {
  view(): View;
  size(): Size | undefined;
  set(view: View, ms?: number): void;
  zoom(to: 'in' | 'out' | 'full'): void;
}

/** The window's movements in the page's own terms. `jumped` hears how far the picture went at once, in its own pixels. */
export function viewportOf(camera: Camera, layout: () => Layout, jumped: (by: Point) => void): Viewport {
  const move = (dx: number, dy: number) => {
    const { x, y, zoom } = camera.view();
    camera.set({ x: x + dx, y: y + dy, zoom });
    jumped({ x: dx / zoom, y: dy / zoom });
  };
  const onScreen = (point: Point): Point => {
    const { x, y, zoom } = camera.view();
    return { x: point.x * zoom + x, y: point.y * zoom + y };
  };
  const show: Viewport['show'] = (box) => {
    const size = camera.size();
    if (size) camera.set(viewOf(box, size), 160);
  };
  return {
    show,
    fit: () => show(boundsOf(layout())),
    zoom: (to) => camera.zoom(to),
    pan: (by) => {
      const { x, y, zoom } = camera.view();
      camera.set({ x: x - by.x, y: y - by.y, zoom }, 120);
    },
    carry: (from, to) => {
      const [a, b] = [onScreen(from), onScreen(to)];
      move(b.x - a.x, b.y - a.y);
    },
    reveal: (card) => {
      const size = camera.size();
      if (!size) return;
      const upper = onScreen(card);
      const lower = onScreen({ x: card.x + CARD_WIDTH, y: card.y + card.height });
      const [dx, dy] = [need(upper.x, lower.x, size.width), need(upper.y, lower.y, size.height)];
      if (dx || dy) move(dx, dy);
    },
    centre: ({ x, y }) => {
      const size = camera.size();
      const { zoom } = camera.view();
      if (size) camera.set({ x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom, zoom });
    },
    onScreen,
  };
}
