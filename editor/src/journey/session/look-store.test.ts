import { expect, test } from 'vitest';
import { createLookStore } from './look-store.ts';

function storage(stored: Record<string, string> = {}) {
  return {
    stored,
    getItem: (key: string) => stored[key] ?? null,
    setItem(key: string, value: string) {
      stored[key] = value;
    },
  };
}

test('what somebody folded is folded at their next visit, for this journey only', () => {
  const box = storage();
  createLookStore(7, box).setState({ folded: ['n2:no'] });
  expect(createLookStore(7, box).getState()).toEqual({ map: null, folded: ['n2:no'] });
  expect(createLookStore(8, box).getState()).toEqual({ map: null, folded: [] });
});

test('nonsense in the storage is a plain look', () => {
  expect(createLookStore(7, storage({ 'tabiji.look.7': '{"map":3,"folded":[1,"a:b"]' })).getState().folded).toEqual([]);
  expect(createLookStore(7, storage({ 'tabiji.look.7': '{"map":3,"folded":[1,"a:b"]}' })).getState()).toEqual({
    map: null,
    folded: ['a:b'],
  });
});
