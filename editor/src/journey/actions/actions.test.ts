import { describe, expect, test } from 'vitest';
import { comboOf, keyWords } from '../../hotkeys.ts';
import { ACTION_GROUPS, ACTIONS } from './groups.ts';
import { actionAt, isSingle } from './find-action.ts';

describe('the actions of the editor', () => {
  test('each can be reached without a pointer: by a key or from the command palette', () => {
    expect(ACTIONS.filter(({ keys, inPalette }) => keys.length === 0 && !inPalette).map(({ id }) => id)).toEqual([]);
  });

  test('no two share a key or a name', () => {
    const twice = (list: string[]) => list.filter((each, i) => list.indexOf(each) !== i);
    expect(twice(ACTIONS.flatMap(({ keys }) => [...keys]))).toEqual([]);
    expect(twice(ACTIONS.map(({ id }) => id))).toEqual([]);
    expect(twice(ACTIONS.map(({ label }) => label))).toEqual([]);
    expect(twice(ACTION_GROUPS.map(({ label }) => label))).toEqual([]);
  });

  test('their keys are written as pressed ones are, and none takes what browsers and input methods need', () => {
    for (const key of ACTIONS.flatMap(({ keys }) => keys)) {
      expect(pressed(key)).toBe(key);
      expect(key).not.toMatch(/^(shift\+)?Tab$|^alt\+|^mod\+[twnrlq0-9 ]$|^mod\+shift\+[pn]$/);
    }
  });

  test('letters and signs by themselves work in the canvas and outline only, and not at all when switched off', () => {
    const singles = ACTIONS.flatMap(({ keys }) => keys).filter(isSingle);
    expect(singles).toContain('n');
    expect(singles).toContain('shift+n');
    for (const key of singles) {
      expect([key, actionAt(key, 'flow', true)?.id]).not.toContain(undefined);
      expect([key, actionAt(key, 'flow', false), actionAt(key, 'page', true), actionAt(key, 'anywhere', true)]).toEqual(
        [key, undefined, undefined, undefined],
      );
    }
    expect(actionAt('mod+z', 'page', false)?.id).toBe('undo');
    expect(actionAt('mod+z', 'anywhere', true)).toBeUndefined();
    expect(actionAt('F6', 'anywhere', false)?.id).toBe('next-region');
  });
});

/** What `comboOf` makes of the keys that a combo names. */
function pressed(combo: string): string {
  const parts = combo.split(/(?<=.)\+/);
  const key = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  expect(keyWords(combo, 'Ctrl')).not.toBe('');
  return comboOf({ key, ctrlKey: has('mod'), metaKey: false, shiftKey: has('shift'), altKey: has('alt') });
}
