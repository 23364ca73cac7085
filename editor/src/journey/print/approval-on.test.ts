import type { Approval, Review, ReviewStanding } from '@tabiji/shared/api/reviews.ts';
import { expect, test } from 'vitest';
import { approvalOn } from './approval-on.ts';

const entry = (did: Approval['did'], hash: string, version: number | null, by = '林'): Approval => ({
  did,
  by,
  hash,
  version,
  at: `2026-11-0${hash.length}T09:00:00Z`,
  text: null,
});
const standing = (review: Partial<Review> | null, required = false): ReviewStanding => ({
  required,
  review: review && {
    state: 'asked',
    rev: 1,
    outdated: false,
    since: null,
    own: false,
    askedBy: '岡',
    reviewer: '林',
    askedAt: '2026-11-01T09:00:00Z',
    comments: [],
    ...review,
  },
});
const approved = { kind: 'approved', by: '林', at: '2026-11-02T09:00:00Z', hash: 'aa' };

test('a published version names who approved exactly what was published', () => {
  const approvals = [entry('asked', 'aa', 2), entry('approved', 'aa', 2), entry('published', 'aa', 2, '岡')];
  expect(approvalOn({ version: 2, approvals, standing: standing(null) })).toEqual(approved);
  expect(approvalOn({ version: 3, approvals, standing: standing(null) })).toBeUndefined();
});

test('what was changed after its approval, or sent back, is approved by nobody', () => {
  const changed = [entry('asked', 'aa', 2), entry('approved', 'aa', 2), entry('published', 'bbb', 2, '岡')];
  expect(approvalOn({ version: 2, approvals: changed, standing: standing(null) })).toEqual({ kind: 'none' });
  const sentBack = [entry('approved', 'aa', 2), entry('changes_wanted', 'aa', 2), entry('published', 'aa', 2)];
  expect(approvalOn({ version: 2, approvals: sentBack, standing: standing(null, true) })).toEqual({ kind: 'none' });
});

test('of a draft the review says whether its approval still holds', () => {
  const approvals = [entry('approved', 'c', 1), entry('asked', 'aa', null), entry('approved', 'aa', null)];
  const on = (review: Partial<Review> | null, required = false) =>
    approvalOn({ version: null, approvals, standing: standing(review, required) });
  expect(on({ state: 'approved' })).toEqual(approved);
  expect(on({ state: 'approved', outdated: true })).toEqual({ kind: 'none' });
  expect(on({ state: 'asked' })).toEqual({ kind: 'none' });
});

test('where nobody was asked a sheet says nothing, unless the workspace demands an approval', () => {
  expect(approvalOn({ version: null, approvals: [], standing: standing(null) })).toBeUndefined();
  expect(approvalOn({ version: null, approvals: [], standing: standing(null, true) })).toEqual({ kind: 'none' });
});
