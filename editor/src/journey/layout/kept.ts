import type { Layout, Place } from '../layout.ts';
import type { Pill } from './folds.ts';
import type { Point, Route } from './routes.ts';

/** The new map, with the old value wherever nothing changed. */
export function kept<T>(
  now: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T> | undefined,
  isSameValue: (a: T, b: T) => boolean,
): ReadonlyMap<string, T> {
  if (!before) return now;
  const mixed = new Map<string, T>();
  for (const [key, value] of now) {
    const old = before.get(key);
    mixed.set(key, old !== undefined && isSameValue(old, value) ? old : value);
  }
  return mixed;
}

/** Whether nothing has moved, so that nothing need be drawn again. */
export const isSame = (a: Layout, b: Layout): boolean =>
  a.tray?.x === b.tray?.x &&
  hasSameValues(a.places, b.places) &&
  hasSameValues(a.routes, b.routes) &&
  hasSameValues(a.pills, b.pills);

const hasSameValues = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

const isSamePoint = (a: Point | null, b: Point | null): boolean => a?.x === b?.x && a?.y === b?.y;

export const isSamePlace = (a: Place, b: Place): boolean => isSamePoint(a, b) && a.height === b.height;

export const isSameRoute = (a: Route, b: Route): boolean =>
  a.to === b.to &&
  a.folds === b.folds &&
  a.inserts === b.inserts &&
  isSamePoint(a.plus, b.plus) &&
  isSamePoint(a.label, b.label) &&
  a.points.length === b.points.length &&
  a.points.every((point, i) => isSamePoint(point, b.points[i] ?? null));

export const isSamePill = (a: Pill, b: Pill): boolean =>
  a.hidden.length === b.hidden.length && a.hidden.every((id, i) => id === b.hidden[i]);
