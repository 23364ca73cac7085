import type { JourneyComment } from '@tabiji/shared/api/comments.ts';
import { expect, test } from 'vitest';
import { openThreads, threadsOf } from './threads.ts';

const said = (id: number, thread: number, node: string | null, isResolved = false): JourneyComment => ({
  id,
  thread,
  node,
  by: null,
  text: '',
  at: '',
  resolved: isResolved ? { at: '', by: null } : null,
});
const all = [said(1, 1, null), said(2, 2, 'a'), said(5, 2, 'a'), said(3, 3, 'a', true), said(4, 4, 'b')];

test('answers belong to their thread', () => {
  expect(threadsOf(all).map(({ first, answers }) => [first.id, answers.map(({ id }) => id)])).toEqual([
    [1, []],
    [2, [5]],
    [3, []],
    [4, []],
  ]);
});

test('a node counts its open threads, not their answers', () => {
  expect(openThreads(all)).toEqual({ a: 1, b: 1 });
});
