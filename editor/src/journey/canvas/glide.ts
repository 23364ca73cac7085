import type { FlowNode } from '../derive.ts';
import type { Point } from '../layout/routes.ts';

const GLIDE: KeyframeAnimationOptions = { duration: 160, easing: 'ease-out' };

export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How far each card must seem to come from, by id: where it was seen before, less where it is seen now. */
export function shiftsOf(
  before: ReadonlyMap<string, Point>,
  nodes: readonly FlowNode[],
  jumped: Point,
): ReadonlyMap<string, Point> {
  const shifts = new Map<string, Point>();
  for (const { id, position } of nodes) {
    const was = before.get(id);
    if (!was) continue;
    const shift = { x: was.x - position.x - jumped.x, y: was.y - position.y - jumped.y };
    if (shift.x !== 0 || shift.y !== 0) shifts.set(id, shift);
  }
  return shifts;
}

/** Lets the cards that are drawn glide to where they stand now; lines fade in. */
export function glide(frame: HTMLElement, shifts: ReadonlyMap<string, Point>): void {
  if (shifts.size === 0 || isStill()) return;
  for (const card of frame.querySelectorAll<HTMLElement>('.react-flow__node')) {
    const shift = shifts.get(card.dataset['id'] ?? '');
    if (shift) card.animate([{ translate: `${shift.x}px ${shift.y}px` }, { translate: '0 0' }], GLIDE);
  }
  frame.querySelector('[data-ways]')?.animate([{ opacity: 0 }, { opacity: 1 }], GLIDE);
}

/** Shows which card a step of the history changed. */
export function flash(id: string): void {
  if (isStill()) return;
  requestAnimationFrame(() => {
    const colour = 'var(--tabiji-primary)';
    document
      .querySelector(`[data-node="${CSS.escape(id)}"]`)
      ?.animate([{ boxShadow: `0 0 0 6px ${colour}` }, { boxShadow: '0 0 0 0 transparent' }], { duration: 600 });
  });
}
