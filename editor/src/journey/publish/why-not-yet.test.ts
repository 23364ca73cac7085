import type { Review } from '@tabiji/shared/api/reviews.ts';
import { expect, test } from 'vitest';
import { whyNotYet } from './why-not-yet.ts';

const review = (state: Review['state'], outdated = false, since: Review['since'] = null): Review => ({
  state,
  outdated,
  rev: 1,
  askedBy: null,
  reviewer: '林',
  askedAt: '2026-04-01T00:00:00Z',
  comments: [],
  since,
  own: false,
});
const NOTHING = { changes: { ja: [], en: [] }, mails: [] };
const ready = { errors: 0, isLoading: false };

test('nothing stands in the way', () => {
  expect(whyNotYet({ ...ready, standing: undefined })).toBeUndefined();
  expect(whyNotYet({ ...ready, standing: { required: false, review: review('changes_wanted') } })).toBeUndefined();
  expect(whyNotYet({ ...ready, standing: { required: true, review: review('approved') } })).toBeUndefined();
});

test.each([
  [null, 'reviewNone'],
  [review('asked'), 'reviewAsked'],
  [review('changes_wanted'), 'reviewChanges'],
  [review('approved', true), 'reviewOutdated'],
  [review('approved', true, { ...NOTHING, mails: ['お礼'], letterhead: ['brand'] }), 'reviewOutdated'],
  [review('approved', true, { ...NOTHING, letterhead: ['brand'] }), 'reviewLetterhead'],
] as const)('a workspace that wants approvals: %j', (one, why) =>
  expect(whyNotYet({ ...ready, standing: { required: true, review: one } })).toBe(why),
);

test('errors come first, and loading last', () => {
  const standing = { required: true, review: null };
  expect(whyNotYet({ errors: 2, isLoading: true, standing })).toBe('errors');
  expect(whyNotYet({ errors: 0, isLoading: true, standing: undefined })).toBe('loading');
});

test('a name that must be typed', () => {
  expect(whyNotYet({ ...ready, standing: undefined, isUnnamed: true })).toBe('name');
  expect(whyNotYet({ errors: 1, isLoading: false, standing: undefined, isUnnamed: true })).toBe('errors');
  expect(whyNotYet({ ...ready, standing: undefined, isUnnamed: false })).toBeUndefined();
});
