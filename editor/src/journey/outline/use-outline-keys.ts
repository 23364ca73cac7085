import type { KeyboardEvent } from 'react';
import { useFlowKeys } from '../actions/use-action-keys.ts';
import { foldWays } from './fold-ways.ts';
import { routeId } from '../layout/routes.ts';
import { useSession } from '../session/use-session.ts';
import type { Row } from './rows.ts';
import { chooseRow } from './choose-row.ts';
import type { Rover } from './use-rover.ts';
import { walkRows, type RowStep } from './walk-rows.ts';

const STEPS: Readonly<Record<string, RowStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'openEnd',
};

/** The outline's keys: up and down by line, → opens or goes in, ← closes or goes out; all others as on the canvas. */
export function useOutlineKeys(rows: readonly Row[], { at, go }: Rover): (event: KeyboardEvent) => void {
  const session = useSession();
  const row = rows.find(({ key }) => key === at);
  const step = (to: RowStep) => {
    const next = at === undefined ? undefined : walkRows(rows, at, to);
    if (next) go(next.key);
  };
  const fold = (isFolded: boolean, otherwise: RowStep) => {
    if (row?.item.kind === 'branch' && row.isOpen === isFolded)
      foldWays(session.doc, [routeId(row.item.from)], isFolded);
    else step(otherwise);
  };
  const own = (combo: string): boolean => {
    const to = STEPS[combo];
    if (to) step(to);
    else if (combo === 'ArrowRight') fold(false, 'in');
    else if (combo === 'ArrowLeft') fold(true, 'out');
    else if (combo === ' ' && row?.item.kind === 'node') session.ui.openPanel();
    else if (!row || row.item.kind === 'node') return false;
    else if (combo === 'n' && 'from' in row.item) session.ui.pick(row.item.from);
    else if (combo === 'Enter' || combo === ' ') chooseRow(session, row);
    else return false;
    return true;
  };
  return useFlowKeys(own, () => (row?.item.kind === 'node' ? row.item.id : null));
}
