import { expect, test } from 'vitest';
import { decideLease, type LeaseState } from './decide-lease.ts';

const who = (name: string, tab = `tab of ${name}`, opened = 0) => ({ tab, opened, person: { id: name, name } });
const [aki, ben, chie] = [who('aki'), who('ben'), who('chie')];

/** Who asks for what at which second, from nobody holding it. */
function after(...steps: [second: number, who: typeof aki, want: 'edit' | 'view' | 'take' | 'leave'][]) {
  let state: LeaseState | null = null;
  for (const [second, me, want] of steps) state = decideLease(state, me, want, second * 1000);
  return state;
}
const holder = (...steps: Parameters<typeof after>) => after(...steps)?.tab;

test('the first to come edits, the second waits until the first has gone', () => {
  expect(holder([0, aki, 'edit'], [10, ben, 'edit'])).toBe(aki.tab);
  expect(holder([0, aki, 'edit'], [10, aki, 'leave'], [11, ben, 'edit'])).toBe(ben.tab);
});

test('whoever vanishes frees the draft after 30 s', () => {
  expect(holder([0, aki, 'edit'], [29, ben, 'edit'])).toBe(aki.tab);
  expect(holder([0, aki, 'edit'], [30, ben, 'edit'])).toBe(ben.tab);
  expect(holder([0, aki, 'edit'], [20, aki, 'edit'], [40, ben, 'edit'])).toBe(aki.tab);
});

test('a window that opened the journey again is not put out by the farewell of its earlier visit', () => {
  const again = who('aki', aki.tab, 2000);
  expect(holder([0, aki, 'edit'], [2, again, 'edit'], [3, aki, 'leave'], [4, ben, 'edit'])).toBe(aki.tab);
  expect(holder([0, aki, 'edit'], [2, again, 'edit'], [3, again, 'leave'], [4, ben, 'edit'])).toBe(ben.tab);
});

test('who asks to take over gets it 20 s after the holder has heard of it', () => {
  const asked: Parameters<typeof after> = [
    [0, aki, 'edit'],
    [5, ben, 'take'],
    [10, aki, 'edit'],
  ];
  expect(after(...asked)).toMatchObject({ tab: aki.tab, handOverAt: 30_000 });
  expect(holder(...asked, [15, ben, 'take'], [25, ben, 'take'], [29, ben, 'take'])).toBe(aki.tab);
  expect(holder(...asked, [15, ben, 'take'], [20, aki, 'edit'], [25, ben, 'take'], [30, ben, 'take'])).toBe(ben.tab);
  expect(holder(...asked, [15, ben, 'take'], [25, ben, 'take'], [31, aki, 'edit'])).toBe(ben.tab);
});

test('handing over at once is leaving, and the one who asked first is next', () => {
  expect(holder([0, aki, 'edit'], [5, ben, 'take'], [6, chie, 'take'], [7, aki, 'leave'])).toBe(ben.tab);
});

test('who asks and then goes away takes nothing from the holder', () => {
  expect(holder([0, aki, 'edit'], [5, ben, 'take'], [10, aki, 'edit'], [25, aki, 'edit'], [40, aki, 'edit'])).toBe(
    aki.tab,
  );
  expect(after([0, aki, 'edit'], [5, ben, 'take'], [6, ben, 'view'], [7, aki, 'edit'])?.handOverAt).toBeNull();
});

test('another window of the same person gives way at once; looking takes nothing', () => {
  expect(holder([0, aki, 'edit'], [5, who('aki', 'second'), 'take'])).toBe('second');
  expect(holder([0, aki, 'edit'], [60, ben, 'view'])).toBeUndefined();
});
