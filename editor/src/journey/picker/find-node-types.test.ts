import { expect, test } from 'vitest';
import { NODE_TYPES } from '@tabiji/shared/nodes/registry.ts';
import { findNodeTypes } from './find-node-types.ts';

const found = (query: string) => findNodeTypes(query).map(({ type }) => type);

test.each(['まつ', 'まち', 'マツ', 'matsu', 'machi', 'mati', 'MATSU', '待', 'wait', 'ｗａｉｔ', 'たいき'])(
  '「%s」 finds the wait',
  (query) => {
    expect(found(query)[0]).toBe('wait');
  },
);

test('nothing typed offers everything but the start, in groups', () => {
  const groups = findNodeTypes('').map(({ group }) => group);
  expect(new Set(found(''))).toEqual(new Set(NODE_TYPES.map(({ type }) => type).filter((type) => type !== 'start')));
  expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)]);
  expect(found('zzz')).toEqual([]);
});
