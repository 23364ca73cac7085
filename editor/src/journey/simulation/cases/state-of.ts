import type { CaseResult } from '@tabiji/shared/api/journey-cases.ts';

/** changed: they go another way, which may be meant; failed: they cannot be sent through any more. */
export type CaseState = 'running' | 'passed' | 'changed' | 'failed';

export function stateOf(result: Pick<CaseResult, 'passed' | 'problem'> | undefined): CaseState {
  if (!result) return 'running';
  if (result.passed) return 'passed';
  return result.problem ? 'failed' : 'changed';
}
