import type { Row } from './rows.ts';

export type RowStep = 'up' | 'down' | 'out' | 'in' | 'first' | 'openEnd';

/** The line that a key leads to from another one; undefined: nowhere. */
export function walkRows(rows: readonly Row[], from: string, step: RowStep): Row | undefined {
  const at = rows.findIndex(({ key }) => key === from);
  const here = rows[at];
  switch (step) {
    case 'up':
      return rows[at - 1];
    case 'down':
      return rows[at + 1];
    case 'first':
      return rows[0];
    case 'in':
      return here?.isOpen ? rows[at + 1] : undefined;
    case 'out':
      return rows.find(({ key }) => key === here?.parent);
    case 'openEnd':
      return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(({ item }) => item.kind === 'end');
  }
}
