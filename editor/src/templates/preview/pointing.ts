interface Pointable {
  closest: (selector: string) => { getAttribute: (name: string) => string | null } | null;
}

/** Where in the source the element begins that was clicked; null outside of all. Elements of the frame are of another window. */
export function offsetOf(target: unknown): number | null {
  if (typeof target !== 'object' || target === null || !('closest' in target)) return null;
  const offset = (target as Pointable).closest('[data-src]')?.getAttribute('data-src');
  return offset === null || offset === undefined ? null : Number(offset);
}

/** The last element that begins at or before a place in the source. */
export function elementAt(root: ParentNode, offset: number): Element | undefined {
  let best: Element | undefined;
  let at = -1;
  for (const element of root.querySelectorAll('[data-src]')) {
    const begins = Number(element.getAttribute('data-src'));
    if (begins <= offset && begins > at) [best, at] = [element, begins];
  }
  return best;
}
