import { expect, test } from 'vitest';
import { leavingBy } from './leaving.ts';

const at = (node: string, people: number) => ({
  node,
  name: { ja: node, en: node },
  change: 'removed' as const,
  people,
  asking: 0,
  choices: [],
});

test('those leave for whom leaving was chosen', () =>
  expect(leavingBy([at('a', 700), at('b', 600), at('c', 50)], { a: 'exit', b: 'finish', c: 'exit', d: 'exit' })).toBe(
    750,
  ));
