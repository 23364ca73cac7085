/** Scrolls a line of the tree into sight, no further than it must. `top` and `height` in pixels. */
export function scrollTo(box: HTMLElement | null, top: number, height: number): void {
  if (!box) return;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
}
