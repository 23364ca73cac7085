import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { isGenuine, readToken, tokenFor, type StopLink } from './token.ts';

const KEYS = ['the first key of the shop', 'the second one'];
const LINK: StopLink = { workspaceId: 7, of: 1234567, purpose: 'unsubscribe', topic: '季節の便り.2026' };

test('a link is told again, by the key it was made with and after new ones were added', () => {
  const old = tokenFor(LINK, KEYS.slice(0, 1));
  expect(readToken(old)).toEqual(LINK);
  expect(isGenuine(old, KEYS)).toBe(true);
  expect(tokenFor(LINK, KEYS)).toBe(tokenFor(LINK, KEYS));
  expect(isGenuine(tokenFor(LINK, KEYS), KEYS)).toBe(true);
  expect(isGenuine(tokenFor(LINK, KEYS), KEYS.slice(0, 1))).toBe(false); // a key that is not there
  expect(isGenuine(old, ['another shop’s key', 'the second one'])).toBe(false);
});

test('workspace, customer, topic and purpose each make another link', () => {
  const others: Partial<StopLink>[] = [{ workspaceId: 8 }, { of: 1 }, { purpose: 'preferences' }, { topic: 'news' }];
  const tokens = [{}, ...others].map((other) => tokenFor({ ...LINK, ...other }, KEYS));
  expect(new Set(tokens.map((token) => token.split('.')[2])).size).toBe(5);
});

test('of 10,000 tokens with one bit turned over none is believed', () => {
  const bytes = Buffer.from(tokenFor(LINK, KEYS));
  for (let n = 0; n < 10_000; n++) {
    const turned = Buffer.from(bytes);
    const bit = n < bytes.length * 8 ? n : randomInt(bytes.length * 8); // every single one, and then some again
    turned[bit >> 3]! ^= 1 << (bit & 7);
    expect(isGenuine(turned.toString('latin1'), KEYS), `bit ${bit}`).toBe(false);
  }
});

test.each(['', '.', '...', 'a.1.', tokenFor(LINK, KEYS) + '.x', tokenFor(LINK, KEYS).slice(0, -1), '\0.1.\0'])(
  '%j is no token',
  (token) => {
    expect(isGenuine(token, KEYS)).toBe(false);
  },
);
