import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { CARD_WIDTH } from '../../layout/sizes.ts';
import type { Card, Scene } from './paint.ts';

/** Whether a card keeps its full colour: always, unless somebody was sent through and has not come by here. */
export function isReached({ tried }: Scene, id: NodeId): boolean {
  const standing = tried?.standingOf(id);
  return standing === undefined || standing === 'been' || standing === 'here';
}

/** The ways that were taken, over the others. */
export function paintTaken(on: CanvasRenderingContext2D, { layout, tried, colourOf, view }: Scene): void {
  if (!tried) return;
  on.strokeStyle = colourOf('primary');
  for (const route of layout.routes.values()) {
    const { points } = route;
    const width = tried.widthOf(route);
    if (width === 0) continue;
    on.lineWidth = width / view.zoom;
    on.beginPath();
    points.forEach(({ x, y }, i) => (i === 0 ? on.moveTo(x, y) : on.lineTo(x, y)));
    on.stroke();
  }
}

/** Where the token is: a disc in a ring at the card's corner, and a second outline. */
export function paintToken(on: CanvasRenderingContext2D, scene: Scene, cards: readonly Card[]): void {
  const { tried, colourOf, view } = scene;
  const px = 1 / view.zoom;
  for (const { id, x, y, height } of cards) {
    if (tried?.standingOf(id) !== 'here') continue;
    on.strokeStyle = colourOf('error');
    on.lineWidth = 2 * px;
    on.strokeRect(x - 3 * px, y - 3 * px, CARD_WIDTH + 6 * px, height + 6 * px);
    on.beginPath();
    on.arc(x, y, 6 * px, 0, 2 * Math.PI);
    on.fillStyle = colourOf('error');
    on.fill();
    on.strokeStyle = colourOf('card');
    on.stroke();
  }
}
