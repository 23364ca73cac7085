import { expect, test } from 'vitest';
import { findNodeTypes } from './find-node-types.ts';

const found = (query: string) => findNodeTypes(query).map(({ type }) => type);

test.each(['まつ', 'マツ', 'matsu', 'MATSU', '待', 'wait', 'ｗａｉｔ', 'たいき'])('「%s」 finds the wait', (query) => {
  expect(found(query)).toEqual(['wait']);
});

test('nothing typed offers everything but the start, in groups', () => {
  expect(found('')).toEqual(['email', 'wait', 'branch', 'exit']);
  expect(found('zzz')).toEqual([]);
});
