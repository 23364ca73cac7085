import type { WhyNode, WhyNow } from '@tabiji/shared/api/why.ts';

/** A position, as far as it says what somebody rests for. */
export interface Position {
  due_at: Date | null;
  held_due: Date | null;
  listens: boolean;
  error: string | null;
  works: boolean;
}

/** What somebody rests for. @param hasLetter whether a letter is asked for that has not been handed over */
export function restOf(row: Position, node: WhyNode, hasLetter: boolean): WhyNow {
  const rests = (state: WhyNow['state'], until: Date | null = row.due_at): WhyNow => ({
    state,
    node,
    until: until?.toISOString() ?? null,
    error: row.error,
  });
  if (row.error !== null) return rests('parked');
  if (row.held_due !== null) return rests('held', row.held_due);
  if (row.listens) return rests('listens');
  if (row.due_at !== null) return rests('waits');
  if (hasLetter) return rests('letter');
  return rests(row.works ? 'work' : 'due');
}
