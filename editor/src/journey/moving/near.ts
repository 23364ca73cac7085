import type { Layout } from '../layout.ts';
import type { Point, Route } from '../layout/routes.ts';

/** How near, in pixels of the screen, a slot draws what is carried, and tells why it does not take it. */
export const MAGNET = 80;
const TELLS = 44;

/** The slot that what is held at a point of the canvas would go to, and the illegal one it is over. */
export function slotNear(
  { routes }: Layout,
  point: Point,
  zoom: number,
  isLegal: (id: string) => boolean,
): { target: string | null; illegal: Route | null } {
  let [target, nearest]: [string | null, number] = [null, MAGNET / zoom];
  let [illegal, closest]: [Route | null, number] = [null, TELLS / zoom];
  for (const route of routes.values()) {
    const distance = Math.hypot(route.plus.x - point.x, route.plus.y - point.y);
    if (isLegal(route.id)) {
      if (distance < nearest) [target, nearest] = [route.id, distance];
    } else if (distance < closest) [illegal, closest] = [route, distance];
  }
  return { target, illegal: closest < nearest ? illegal : null };
}

/** The slot an arrow leads to: the next in reading order, or the nearest to that side. */
export function slotBeside(
  { routes }: Layout,
  slots: readonly string[],
  from: string | null,
  way: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const at = from === null ? -1 : slots.indexOf(from);
  if (way === 'down') return slots[(at + 1) % slots.length];
  if (way === 'up') return slots.at(at < 0 ? -1 : at - 1);
  const here = from === null ? undefined : routes.get(from)?.plus;
  if (!here) return slots[0];
  const sign = way === 'right' ? 1 : -1;
  const beside = slots.flatMap((id) => {
    const plus = routes.get(id)?.plus;
    const dx = plus ? (plus.x - here.x) * sign : 0;
    return plus && dx > 1 ? [{ id, far: dx + 2 * Math.abs(plus.y - here.y) }] : [];
  });
  return beside.toSorted((a, b) => a.far - b.far)[0]?.id;
}

/** How far the picture moves on in one frame because the pointer is at its border, in pixels. */
export function panAt({ x, y }: Point, { width, height }: { width: number; height: number }): Point {
  const push = (at: number, size: number) => {
    if (at < BORDER) return Math.min(1, (BORDER - at) / BORDER) * SPEED;
    return at > size - BORDER ? -Math.min(1, (at - size + BORDER) / BORDER) * SPEED : 0;
  };
  return { x: push(x, width), y: push(y, height) };
}
const BORDER = 48;
const SPEED = 14;
