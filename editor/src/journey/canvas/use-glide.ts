import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { FlowNode } from '../derive.ts';
import type { Point } from '../layout/routes.ts';
import { glide, shiftsOf } from './glide.ts';

/**
 * Lets cards glide whenever the layout changes. Answers where to tell that the picture jumped: what then stays where it
 * was seen does not glide.
 */
export function useGlide(frame: RefObject<HTMLElement | null>, nodes: readonly FlowNode[]): (by: Point) => void {
  const before = useRef<ReadonlyMap<string, Point>>(new Map());
  const jump = useRef<Point>({ x: 0, y: 0 });
  useLayoutEffect(() => {
    if (frame.current) glide(frame.current, shiftsOf(before.current, nodes, jump.current));
    before.current = new Map(nodes.map(({ id, position }) => [id, position]));
  }, [frame, nodes]);
  return useCallback(({ x, y }) => {
    jump.current = { x: jump.current.x + x, y: jump.current.y + y };
    requestAnimationFrame(() => (jump.current = { x: 0, y: 0 }));
  }, []);
}
