import { useEffect, type RefObject } from 'react';
import { useSim, useUi } from '../session/use-session.ts';
import { nodeAt } from '../simulation/seen.ts';
import { nodeKey, type Row } from './rows.ts';
import { scrollTo } from './scroll-to.ts';

/** So much of the list the clock lies over, in pixels. */
const CLOCK = 80;

/** Keeps the line on which the simulated customer stands in sight while the clock is moved. */
export function useTokenRow(rows: readonly Row[], box: RefObject<HTMLElement | null>, height: number): void {
  const isTest = useUi(({ mode }) => mode === 'test');
  const node = useSim(({ seen, at }) => (isTest && seen ? nodeAt(seen, at) : undefined));
  const row = node === undefined ? -1 : rows.findIndex(({ key }) => key === nodeKey(node));
  useEffect(() => {
    if (row >= 0) scrollTo(box.current, row * height, height + CLOCK);
  }, [row, box, height]);
}
