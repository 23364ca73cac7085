import { levelOf } from '@tabiji/shared/mail/edits/fit.ts';
import { useCallback, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Dragged } from '../editing.ts';
import { dropIndex } from './drop-place.ts';

const BEGINS_AT = 5;
const EDGE = 60;

export interface Drop {
  slot: number;
  index: number;
}

/**
 * Drags blocks with whatever points: mouse, pen or finger. Esc lets go without moving anything.
 * `mjmlOf`: what is dragged, to know where it may stand.
 */
export function useDrag(
  canvas: RefObject<HTMLElement | null>,
  mjmlOf: (dragged: Dragged) => string,
  onDrop: (dragged: Dragged, at: Drop) => void,
) {
  const [drop, setDrop] = useState<Drop | null>(null);
  const last = useRef<Drop | null>(null);
  const drag = useCallback(
    (event: ReactPointerEvent, dragged: Dragged) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      const begin = { x: event.clientX, y: event.clientY };
      const level = levelOf(mjmlOf(dragged)) ?? undefined;
      let isMoving = false;
      const show = (at: Drop | null) => {
        last.current = at;
        setDrop((now) => (now?.slot === at?.slot && now?.index === at?.index ? now : at));
      };
      const move = (moved: PointerEvent) => {
        isMoving ||= Math.hypot(moved.clientX - begin.x, moved.clientY - begin.y) > BEGINS_AT;
        if (!isMoving || !canvas.current) return;
        moved.preventDefault();
        scrollNear(canvas.current, moved.clientY);
        show(placeAt(canvas.current, moved.clientX, moved.clientY, level));
      };
      const end = (isDropped: boolean) => {
        document.removeEventListener('pointermove', move);
        document.removeEventListener('pointerup', up);
        document.removeEventListener('pointercancel', cancel);
        document.removeEventListener('keydown', key, true);
        const at = last.current;
        show(null);
        if (isDropped && isMoving && at) onDrop(dragged, at);
      };
      const up = () => end(true);
      const cancel = () => end(false);
      const key = (pressed: KeyboardEvent) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        end(false);
      };
      document.addEventListener('pointermove', move);
      document.addEventListener('pointerup', up);
      document.addEventListener('pointercancel', cancel);
      document.addEventListener('keydown', key, true);
    },
    [canvas, mjmlOf, onDrop],
  );
  return { drop, drag };
}

/** The innermost slot under the pointer that takes it. */
function placeAt(canvas: HTMLElement, x: number, y: number, level: string | undefined): Drop | null {
  const { left, right } = canvas.getBoundingClientRect();
  if (x < left || x > right) return null;
  const under = document.elementsFromPoint(x, y).find((element) => canvas.contains(element));
  for (let slot = under?.closest<HTMLElement>('[data-slot]'); slot; slot = slot.parentElement?.closest('[data-slot]')) {
    if (level !== undefined && slot.dataset['level'] !== level && slot.dataset['level'] === 'column') continue;
    const blocks = [...slot.children].flatMap((child) =>
      child instanceof HTMLElement && child.dataset['block'] !== undefined ? [child.getBoundingClientRect()] : [],
    );
    const number = Number(slot.dataset['slot']);
    return { slot: number, index: dropIndex({ slot: number, blocks }, y) };
  }
  return null;
}

function scrollNear(canvas: HTMLElement, y: number): void {
  const { top, bottom } = canvas.getBoundingClientRect();
  if (y < top + EDGE) canvas.scrollBy(0, -12);
  else if (y > bottom - EDGE) canvas.scrollBy(0, 12);
}
