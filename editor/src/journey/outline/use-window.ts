import { useEffect, useState, type RefObject } from 'react';

const ALL = 300;
const AHEAD = 12;

/** Which lines of a long list are drawn: those in sight and some around. Short lists are drawn whole. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): [from: number, to: number] {
  const isLong = count > ALL;
  const [seen, setSeen] = useState({ top: 0, size: 800 });
  useEffect(() => {
    const element = box.current;
    if (!element || !isLong) return undefined;
    const look = () => setSeen({ top: element.scrollTop, size: element.clientHeight });
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, isLong]);
  if (!isLong) return [0, count];
  const first = Math.floor(seen.top / height) - AHEAD;
  return [Math.max(0, first), Math.min(count, first + Math.ceil(seen.size / height) + 2 * AHEAD)];
}
