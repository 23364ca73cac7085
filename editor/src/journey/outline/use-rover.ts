import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { useSession, useUi } from '../session/use-session.ts';
import { foldWays } from './fold-ways.ts';
import type { Item } from './items.ts';
import { branchesAround, nodeKey, type Row } from './rows.ts';
import { scrollTo } from './scroll-to.ts';

export interface Rover {
  /** Key of the one line that the Tab key reaches. */
  at: string | undefined;
  /** Gives a line the focus. */
  go: (key: string) => void;
  /** A line has got the focus. */
  stand: (row: Row) => void;
}

/** Keeps one line of the tree in the page's order of focus and brings the focus where commands want it. */
export function useRover(
  items: readonly Item[],
  rows: readonly Row[],
  box: RefObject<HTMLElement | null>,
  height: number,
): Rover {
  const { ui, doc } = useSession();
  const selected = useUi((state) => state.selected);
  const wanted = useUi(({ wantsFocus }) => wantsFocus);
  const [stood, setStood] = useState<{ key: string; node: string | null }>();
  const [target, setTarget] = useState<string>();
  const has = (key: string | undefined) => rows.some((row) => row.key === key);
  const isCurrent = stood && stood.node === selected && has(stood.key);
  const own = selected === null ? undefined : nodeKey(selected);
  const at = isCurrent ? stood.key : has(own) ? own : rows[0]?.key;

  useEffect(() => {
    if (selected === null) return;
    const i = rows.findIndex(({ key }) => key === nodeKey(selected));
    if (i >= 0) scrollTo(box.current, i * height, height);
    // Only when something else is selected: lines that come and go move nothing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  useEffect(() => {
    if (wanted === null) return;
    foldWays(doc, branchesAround(items, wanted), false);
    // oxlint-disable-next-line react/set-state-in-effect -- the line may be drawn only after its branch has opened
    setTarget(nodeKey(wanted));
    ui.focusTaken();
  }, [wanted, items, doc, ui]);

  useLayoutEffect(() => {
    if (target === undefined) return;
    const i = rows.findIndex(({ key }) => key === target);
    if (i < 0) return;
    scrollTo(box.current, i * height, height);
    const line = [...(box.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])].find(
      ({ dataset }) => dataset['row'] === target,
    );
    if (!line) return;
    line.focus({ preventScroll: true });
    // oxlint-disable-next-line react/set-state-in-effect -- done
    setTarget(undefined);
  }, [target, rows, box, height]);

  const go = useCallback((key: string) => setTarget(key), []);
  const stand = useCallback(
    ({ key, item }: Row) => {
      const node =
        item.kind === 'node' ? item.id : 'from' in item ? item.from.node : item.kind === 'jump' ? item.id : null;
      setStood({ key, node });
      ui.select(node);
    },
    [ui],
  );
  return { at: target !== undefined && has(target) ? target : at, go, stand };
}
