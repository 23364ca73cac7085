import { expect, test } from 'vitest';
import { comboOf, isImeKey } from './hotkeys.ts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test('keys of an input method are never commands', () => {
  expect(isImeKey({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isImeKey({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isImeKey({ isComposing: false, keyCode: 13 })).toBe(false);
});

test('combos are written one way', () => {
  expect(comboOf({ ...none, key: 'Z', metaKey: true, shiftKey: true })).toBe('mod+shift+z');
  expect(comboOf({ ...none, key: '?', shiftKey: true })).toBe('?');
  expect(comboOf({ ...none, key: 'Delete' })).toBe('Delete');
});
