import { expect, test } from 'vitest';
import { stateOf } from './state-of.ts';

const problem = { ja: '止まりました', en: 'Stopped' };

test.each([
  [undefined, 'running'],
  [{ passed: true, problem: null }, 'passed'],
  [{ passed: false, problem: null }, 'changed'],
  [{ passed: false, problem }, 'failed'],
] as const)('%j is %s', (result, state) => expect(stateOf(result)).toBe(state));
