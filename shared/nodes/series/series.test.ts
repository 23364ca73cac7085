import { expect, test } from 'vitest';
import type { Facts } from '../../conditions/facts.ts';
import { NOW, turn } from '../turn.fixture.ts';
import { series, type Series } from './node.ts';

const config: Series = { templates: ['a', 'b', 'c'], whenEmpty: 'leave' };
const sent = (...templates: string[]): Partial<Facts> => ({
  messages: templates.map((template, i) => ({ template, node: null, at: NOW - 1000 + i, arrival: i })),
});
const next = (facts: Partial<Facts>, of = config) => {
  const outcome = series.decide(turn(of, { facts }));
  return outcome.kind === 'ask' && outcome.effect.kind === 'send' ? outcome.effect.template : outcome;
};

test('everybody gets the next letter they have not had, wherever they had it from', () => {
  expect(next({})).toBe('a');
  expect(next(sent('a'))).toBe('b');
  expect(next(sent('b', 'x'))).toBe('a');
  expect(next(sent('a', 'b'))).toBe('c');
});

test('a letter that is still under way counts as had', () => {
  expect(next({ ...sent('a'), underWay: new Set(['b']) })).toBe('c');
});

test('who has had them all goes on, or rests until there is another', () => {
  expect(next(sent('a', 'b', 'c'))).toMatchObject({ kind: 'leave', port: 'empty' });
  const waiting: Series = { ...config, whenEmpty: 'wait' };
  expect(next(sent('a', 'b', 'c'), waiting)).toMatchObject({ kind: 'listen', until: null });
  expect(next(sent('a', 'b', 'c'), { ...waiting, templates: ['new', 'a', 'b', 'c'] })).toBe('new');
});

test('it needs templates that exist', () => {
  const paths = (templates: string[]) =>
    (series.problems?.({ ...config, templates }, { templates: new Set(['a']) }) ?? []).map(({ severity, path }) => [
      severity,
      path,
    ]);
  expect(paths([])).toEqual([['error', 'templates']]);
  expect(paths(['a', 'gone', 'a'])).toEqual([
    ['error', 'templates.1'],
    ['warning', 'templates.2'],
  ]);
});
