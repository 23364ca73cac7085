import { problem } from '@tabiji/shared/journey/problem.ts';
import { expect, test } from 'vitest';
import { groupProblems } from './group-problems.ts';

const found = (code: string, node?: string) => problem(code, { ja: code, en: code }, node);

test('steps with errors come first, errors before warnings, the rest as found', () => {
  const groups = groupProblems([
    found('W03', 'a'),
    found('W06', 'b'),
    found('E03', 'b'),
    found('E20'),
    found('W01', 'a'),
  ]);
  expect(groups.map(({ node, problems }) => [node, ...problems.map(({ code }) => code)])).toEqual([
    ['b', 'E03', 'W06'],
    [undefined, 'E20'],
    ['a', 'W03', 'W01'],
  ]);
});
