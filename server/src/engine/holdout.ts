import { chance } from '@tabiji/shared/chance.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Version } from '../journeys/compiled.ts';

/** The reason by which a control customer's enrollment ends at once; whoever compares has both groups. */
export const HELD_OUT = 'holdout';

/**
 * Whether a customer belongs to the control group of the workspace, or of the journey. The same for ever, and the two
 * groups are independent of each other; a larger share keeps everybody who was in the smaller one.
 */
export function isHeldOut({ journeyId, graph }: Version, customerId: number, here: Here): boolean {
  if (isHeldOutEverywhere(customerId, here)) return true;
  const share = graph.settings.holdout ?? 0;
  return share > 0 && chance(`${here.salt}.holdout.${journeyId}`, customerId) < share;
}

/** Whether a customer belongs to the control group of the workspace. */
export function isHeldOutEverywhere(customerId: number, { rules, salt }: Pick<Here, 'rules' | 'salt'>): boolean {
  const share = rules.holdout ?? 0;
  return share > 0 && chance(`${salt}.holdout`, customerId) < share;
}
