import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import type { Layout, Place } from '../../layout.ts';
import type { Route } from '../../layout/routes.ts';
import { CARD_WIDTH } from '../../layout/sizes.ts';
import type { Token } from '../../../tokens.ts';
import type { Standing } from '../../simulation/seen.ts';
import type { View } from '../first-view.ts';
import { paintNotes } from './paint-notes.ts';
import { isReached, paintToken, paintTaken } from './paint-trace.ts';

/** What a small picture of a journey shows. */
export interface Scene {
  layout: Layout;
  graph: JourneyGraph;
  view: View;
  width: number;
  height: number;
  colourOf: (token: Token) => string;
  selected: NodeId | null;
  /** Nodes with something to mend. */
  troubleOf?: (id: NodeId) => 'error' | 'warning' | undefined;
  /** What a card is called; left out where nobody could read it. */
  titleOf?: (id: NodeId) => string;
  notes?: readonly Sheet[];
  /** What has been tried: how wide each way is that was taken, and how each card stands to the token. */
  tried?: { widthOf: (way: Route) => number; standingOf: (id: NodeId) => Standing | undefined } | undefined;
}

/** A sticky note as it lies on the canvas. */
export interface Sheet extends Place {
  width: number;
  text: string;
}

/** From this size on names can be read. */
const NAMES_FROM = 0.2;

/** Draws the whole journey small: cards in the colours of their kinds, lines, marks, the selected card outlined. */
export function paint(on: CanvasRenderingContext2D, scene: Scene): void {
  const { view, width, height, colourOf } = scene;
  const scale = on.canvas.width / width;
  on.setTransform(scale, 0, 0, scale, 0, 0);
  on.clearRect(0, 0, width, height);
  on.setTransform(scale * view.zoom, 0, 0, scale * view.zoom, scale * view.x, scale * view.y);
  on.lineWidth = 1 / view.zoom;
  on.strokeStyle = colourOf('muted');
  paintWays(on, scene);
  paintTaken(on, scene);
  on.lineWidth = 1 / view.zoom;
  const cards = cardsInView(scene);
  for (const [token, list] of Map.groupBy(cards, ({ id }) => kindOf(scene, id))) {
    on.fillStyle = colourOf(token);
    on.beginPath();
    for (const { x, y, height: high, isHollow } of list) {
      if (isHollow) on.rect(x, y, CARD_WIDTH / 8, high);
      else on.rect(x, y, CARD_WIDTH, high);
    }
    on.fill();
    on.strokeStyle = colourOf(token);
    for (const { x, y, height: high, isHollow } of list) if (isHollow) on.strokeRect(x, y, CARD_WIDTH, high);
  }
  paintNotes(on, scene);
  paintMarks(on, scene, cards);
  paintToken(on, scene, cards);
  if (scene.titleOf && view.zoom >= NAMES_FROM) paintNames(on, scene, cards);
}

/** A card as it is painted; hollow where it is switched off, or where nobody who was tried has come. */
export interface Card extends Place {
  id: string;
  isHollow: boolean;
}

function cardsInView(scene: Scene): Card[] {
  const { layout, graph, view, width, height } = scene;
  const [left, top] = [-view.x / view.zoom, -view.y / view.zoom];
  const [right, bottom] = [left + width / view.zoom, top + height / view.zoom];
  const cards: Card[] = [];
  for (const [id, place] of layout.places)
    if (place.x < right && place.x + CARD_WIDTH > left && place.y < bottom && place.y + place.height > top)
      cards.push({ id, ...place, isHollow: graph.nodes[id]?.disabled === true || !isReached(scene, id) });
  return cards;
}

const kindOf = ({ graph, layout }: Scene, id: string): Token => {
  if (layout.pills.has(id)) return 'muted';
  const node = graph.nodes[id];
  return (node && findNodeType(node.type)?.group) ?? 'custom';
};

function paintWays(on: CanvasRenderingContext2D, { layout }: Scene): void {
  on.beginPath();
  for (const { points } of layout.routes.values())
    points.forEach(({ x, y }, i) => (i === 0 ? on.moveTo(x, y) : on.lineTo(x, y)));
  on.stroke();
}

/** Errors are discs, warnings triangles; the selected card has a second outline. */
function paintMarks(on: CanvasRenderingContext2D, scene: Scene, cards: readonly Card[]): void {
  const { colourOf, selected, troubleOf, view } = scene;
  const px = 1 / view.zoom;
  for (const { id, x, y, height } of cards) {
    const trouble = troubleOf?.(id);
    if (trouble) {
      const [at, r] = [{ x: x + CARD_WIDTH, y }, 5 * px];
      on.fillStyle = colourOf(trouble === 'error' ? 'error' : 'branch');
      on.strokeStyle = colourOf('paper');
      on.lineWidth = 1.5 * px;
      on.beginPath();
      if (trouble === 'error') on.arc(at.x, at.y, r, 0, 2 * Math.PI);
      else {
        on.moveTo(at.x, at.y - r);
        on.lineTo(at.x + r, at.y + r);
        on.lineTo(at.x - r, at.y + r);
        on.closePath();
      }
      on.fill();
      on.stroke();
    }
    if (id !== selected) continue;
    on.strokeStyle = colourOf('primary');
    on.lineWidth = 2 * px;
    on.strokeRect(x - 3 * px, y - 3 * px, CARD_WIDTH + 6 * px, height + 6 * px);
  }
}

function paintNames(on: CanvasRenderingContext2D, { titleOf, colourOf, view }: Scene, cards: readonly Card[]): void {
  const size = Math.max(11, 36 * view.zoom) / view.zoom;
  on.font = `600 ${size}px ${getComputedStyle(on.canvas).fontFamily}`;
  on.fillStyle = colourOf('card');
  on.textBaseline = 'middle';
  for (const { id, x, y, height, isHollow } of cards) {
    on.save();
    on.beginPath();
    on.rect(x, y, CARD_WIDTH, height);
    on.clip();
    if (isHollow) on.fillStyle = colourOf('ink');
    on.fillText(titleOf?.(id) ?? '', x + 16 + (isHollow ? CARD_WIDTH / 8 : 0), y + height / 2);
    on.restore();
  }
}
