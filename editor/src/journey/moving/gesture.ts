import type { Point } from '../layout/routes.ts';

/** What a drag does. Points are in pixels from the upper left corner of `box`. */
export interface Gesture {
  /** The pointer has moved far enough; false: this is no drag after all. */
  begin(): boolean;
  /** Once per picture while it lasts, also while the pointer rests. */
  frame(at: Point, keys: { alt: boolean; shift: boolean }): void;
  end(): void;
  /** Esc, or the system took the pointer away. */
  cancel(): void;
}

/** So far a pointer may move and still be a click, in pixels. */
const SLACK = 6;

/** Follows a pressed pointer until it is let go. */
export function follow(down: PointerEvent, box: Element, gesture: Gesture): void {
  let [last, isDragging, frame] = [down, false, 0];
  const loop = () => {
    const { left, top } = box.getBoundingClientRect();
    gesture.frame({ x: last.clientX - left, y: last.clientY - top }, { alt: last.altKey, shift: last.shiftKey });
    frame = requestAnimationFrame(loop);
  };
  const onMove = (event: PointerEvent) => {
    last = event;
    if (isDragging || Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < SLACK) return;
    isDragging = true;
    if (gesture.begin()) loop();
    else stop();
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    listening.abort();
  };
  const onUp = () => {
    stop();
    if (!isDragging) return;
    swallowClick();
    gesture.end();
  };
  const onCancel = () => {
    stop();
    if (isDragging) gesture.cancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    swallowClick();
    onCancel();
  };
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', onCancel, { signal });
  window.addEventListener('blur', onCancel, { signal });
  window.addEventListener('keydown', onKey, { signal, capture: true });
}

/** The click that browsers make of the end of a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  window.addEventListener('pointerdown', () => window.removeEventListener('click', swallow, { capture: true }), {
    capture: true,
    once: true,
  });
}
