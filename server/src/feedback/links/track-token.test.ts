import { expect, test } from 'vitest';
import { isTracked, mailKey, readTrackToken, trackToken, type TrackLink } from './track-token.ts';

const KEYS = ['one key', 'another key'];
const LINK: TrackLink = { workspaceId: 1, customerId: 23, messageId: 456, link: 'l0123456789' };
const tokenOf = (link: TrackLink, keys = KEYS) => trackToken(link, mailKey(link, keys));

test('a token says its link, also after another key was added', () => {
  const token = tokenOf(LINK, ['one key']);
  expect(readTrackToken(token)).toEqual(LINK);
  expect(isTracked(token, KEYS)).toBe(true);
  expect(isTracked(tokenOf(LINK), KEYS)).toBe(true);
  expect(token).not.toContain('@');
});

test('no other token is believed: changed anywhere, cut off, lengthened, or made of two', () => {
  const token = tokenOf(LINK);
  for (let i = 0; i < token.length; i++) {
    for (const letter of ['A', 'z', '9', '.', '-'].filter((each) => each !== token[i]))
      expect(isTracked(token.slice(0, i) + letter + token.slice(i + 1), KEYS)).toBe(false);
    expect(isTracked(token.slice(0, i), KEYS)).toBe(false);
  }
  expect(isTracked(`${token}A`, KEYS)).toBe(false);
  expect(isTracked(`${token}.A`, KEYS)).toBe(false);
  const other = tokenOf({ ...LINK, messageId: 457 });
  expect(isTracked([other.split('.')[0], ...token.split('.').slice(1)].join('.'), KEYS)).toBe(false);
  expect(isTracked(tokenOf(LINK, ['a foreign key', 'and another']), KEYS)).toBe(false);
});

test('the key of one mail makes no token for another', () => {
  const forged = trackToken({ ...LINK, customerId: 24 }, mailKey(LINK, KEYS));
  expect(isTracked(forged, KEYS)).toBe(false);
});
