import { expect, test } from 'vitest';
import { comboOf, isImeKey, keyWords, plainCombo } from './hotkeys.ts';

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

test('combos are shown as the keys are labelled', () => {
  expect(keyWords('mod+shift+z', 'Ctrl')).toBe('Ctrl+Shift+Z');
  expect(keyWords('mod+shift+ArrowDown', '⌘')).toBe('⌘+Shift+↓');
  expect([keyWords('+', 'Ctrl'), keyWords('?', 'Ctrl'), keyWords(' ', 'Ctrl'), keyWords('F6', 'Ctrl')]).toEqual([
    '+',
    '?',
    'Space',
    'F6',
  ]);
});

test('outside fields a letter that an input method took is found by its place on the keyboard', () => {
  const taken = { ...none, key: 'Process', keyCode: 229, code: 'KeyN' };
  expect(plainCombo(taken)).toBe('n');
  expect(plainCombo({ ...taken, shiftKey: true })).toBe('shift+n');
});
