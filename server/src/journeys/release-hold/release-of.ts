import type { Change } from '../../db/tables/journey.ts';
import type { Here } from '../../db/in-workspace.ts';

/** A release that begins now. @param total how many mails wait for it */
export const releaseOf = (total: number, { now: at }: Pick<Here, 'now'>): Change => ({
  do: 'release',
  step: 'letters',
  at,
  shiftMs: 0,
  staleBefore: null,
  after: 0,
  done: 0,
  total,
});
