import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { describe, expect, test } from 'vitest';
import { conditionOf, sentenceOf } from './sentence.ts';

const bought: Condition = { orders: 'count', op: 'gte', value: 2 };
const tokyo: Condition = { attribute: 'city', op: 'eq', value: '東京' };
const opened: Condition = { event: 'opened', op: 'gte', value: 1 };

describe('a condition as rows', () => {
  test.each<[string, Condition]>([
    ['a single test', bought],
    ['nothing', { all: [] }],
    ['a negated test', { not: tokyo }],
    ['tests joined by one word', { any: [bought, tokyo, { not: opened }] }],
    ['one level of groups', { all: [bought, { any: [tokyo, opened] }, { not: { all: [tokyo, opened] } }] }],
    ['a lone group', { all: [{ any: [tokyo, opened] }] }],
    ['deeper groups', { all: [bought, { any: [tokyo, { all: [bought, opened] }] }] }],
    ['a lone negated group', { not: { any: [tokyo, opened] } }],
    ['double negation', { not: { not: tokyo } }],
    ['a kind of a later version', { all: [{ cpm: 'rank', op: 'eq', value: 'fan' }, bought] }],
  ])('%s comes back equal', (_, condition) => {
    expect(conditionOf(sentenceOf(condition))).toEqual(condition);
  });

  test('what rows cannot show is kept, not dropped', () => {
    const deep: Condition = { any: [tokyo, { all: [bought, { any: [opened] }] }] };
    expect(sentenceOf(deep).rows.map(({ kind }) => kind)).toEqual(['leaf', 'kept']);
  });

  test('one row needs no word', () => {
    expect(conditionOf({ word: 'any', rows: [{ kind: 'leaf', leaf: bought, not: false }] } as never)).toEqual(bought);
  });
});
