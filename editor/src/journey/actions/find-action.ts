import { ACTIONS } from './groups.ts';
import type { Action, Reach } from './action.ts';

const WIDER: Readonly<Record<Reach, readonly Reach[]>> = {
  flow: ['flow', 'page', 'anywhere'],
  page: ['page', 'anywhere'],
  anywhere: ['anywhere'],
};

const byKey = new Map(
  ACTIONS.filter(({ isNative }) => !isNative).flatMap((action) => action.keys.map((key) => [key, action] as const)),
);

/** Whether a combo is one letter, digit or sign by itself, which speech input and slips of the hand also make. */
export const isSingle = (combo: string): boolean => /^(shift\+)?[^\s]$/u.test(combo);

/**
 * The action behind a combo where the focus is now: inside the canvas or outline (`flow`), elsewhere on the page, or in
 * a field (`anywhere`).
 */
export function actionAt(combo: string, focus: Reach, singles: boolean): Action | undefined {
  const action = byKey.get(combo);
  if (!action || !WIDER[focus].includes(action.reach)) return undefined;
  return isSingle(combo) && (focus !== 'flow' || !singles) ? undefined : action;
}
