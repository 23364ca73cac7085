import { expect, test } from 'vitest';
import { isUnproved, mustPause, type SenderFigures } from './auto-pause.ts';

const figures = (more: Partial<SenderFigures>): SenderFigures => ({
  mails: 1000,
  hard: 0,
  complained: 0,
  policy: 0,
  unproved: 0,
  ...more,
});

test.each([
  ['one of three bounces', { mails: 3, hard: 1 }, undefined],
  ['39 of 1,000 bounce', { hard: 39 }, undefined],
  ['40 of 1,000 bounce', { hard: 40 }, 'bounces'],
  ['4 of 100 bounce', { mails: 100, hard: 4 }, 'bounces'],
  ['4 of 99 bounce', { mails: 99, hard: 4 }, undefined],
  ['one of 1,000 complains', { complained: 1 }, 'complaints'],
  ['one of 1,001 complains', { mails: 1001, complained: 1 }, undefined],
  ['one of 999 complains', { mails: 999, complained: 1 }, undefined],
  ['three of 150 complain', { mails: 150, complained: 3 }, 'complaints'],
  ['two are not believed', { policy: 2, mails: 20 }, undefined],
  ['three are not believed', { policy: 3, mails: 20 }, 'policy'],
  ['three of 10,000 are not believed', { policy: 3, mails: 10_000 }, undefined],
  ['the domain does not prove itself', { policy: 1, unproved: 1, mails: 1 }, 'policy'],
] as const)('%s', (_, more, because) => {
  expect(mustPause([figures(more)])?.because).toBe(because);
});

test('either of the windows is enough', () => {
  const bad = figures({ mails: 1000, hard: 50 });
  expect(mustPause([figures({}), bad])).toEqual({ because: 'bounces', figures: bad });
});

test.each(['5.7.26', '5.7.515', '5.7.23'])('%s says that the domain is not proved', (code) => {
  expect(isUnproved(code)).toBe(true);
});
test.each(['5.7.1', '5.7.510', '5.7.265', '5.1.1'])('%s does not', (code) => {
  expect(isUnproved(code)).toBe(false);
});
