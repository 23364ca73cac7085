import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { PortRef } from '../doc/ports.ts';
import { CARD_WIDTH } from './sizes.ts';

export interface Point {
  x: number;
  y: number;
}

/** How a way is drawn: corners from the card down, where its ⊕ and its port's name stand. */
export interface Route {
  id: string;
  from: PortRef;
  to: NodeId | null;
  points: readonly Point[];
  plus: Point;
  /** Where the port's name stands; only where a card has several ways out. */
  label: Point | null;
  /** Whether what follows can be folded up. */
  folds: boolean;
  /** Whether something can be put here: not into what is folded up. */
  inserts: boolean;
}

export const routeId = ({ node, port }: PortRef): string => `${node}:${port}`;

const BAR = 14;
const OPEN_LENGTH = 40;

interface Ends {
  from: PortRef;
  to: NodeId | null;
  /** Where it leaves the lower edge of its card. */
  out: Point;
  /** How much further down it turns aside, of the room that all lines of its card need to part. */
  dip: number;
  room: number;
  /** Where it goes down. */
  lane: number;
  /** Top middle of the card it reaches. */
  into: Point | undefined;
  /** Whether its port's name stands beside it. */
  isNamed: boolean;
}

/** The corners of one way; straight down where nothing is beside. */
export function routeOf({ from, to, out, dip, room, lane, into, isNamed }: Ends): Omit<Route, 'folds' | 'inserts'> {
  const plus = { x: lane, y: out.y + room + (isNamed ? 54 : into ? 39 : OPEN_LENGTH) };
  const label = isNamed ? { x: lane, y: out.y + room + 31 } : null;
  const points: Point[] = [out];
  if (lane !== out.x) points.push({ x: out.x, y: out.y + BAR + dip }, { x: lane, y: out.y + BAR + dip });
  if (!into) points.push({ x: lane, y: plus.y - 12 });
  else if (into.y <= out.y) points.push(...upwards(out, room, lane, into));
  else if (into.x === lane) points.push(into);
  else points.push({ x: lane, y: into.y - BAR + 2 }, { x: into.x, y: into.y - BAR + 2 }, into);
  return { id: routeId(from), from, to, points, plus, label };
}

/** A circle, which only broken journeys have: round the side and into the top. */
const upwards = (out: Point, room: number, lane: number, into: Point): Point[] => {
  const side = Math.max(out.x, lane, into.x) + CARD_WIDTH / 2 + 24;
  const [low, high] = [out.y + room + 62, into.y - BAR + 2];
  return [{ x: lane, y: low }, { x: side, y: low }, { x: side, y: high }, { x: into.x, y: high }, into];
};

/** An SVG path through the corners, rounded by at most `radius`. */
export function pathThrough(points: readonly Point[], radius = 8): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  rest.forEach((corner, i) => {
    const [before, after] = [points[i] ?? first, rest[i + 1]];
    if (!after) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const [a, b] = [towards(corner, before, r), towards(corner, after, r)];
    path += `L${a.x} ${a.y}Q${corner.x} ${corner.y} ${b.x} ${b.y}`;
  });
  return path;
}

const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
});
