import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isReturnToken, findReturnTokens, returnToken } from './feedback/return-path.ts';
import { isTracked, mailKey, trackToken } from './feedback/links/track-token.ts';
import { believedKey, signingKey } from './link-keys.ts';
import { isGenuine, tokenFor } from './preferences/token.ts';

const MAIL = { customerId: 17, messageId: 99 };
const LINK = { workspaceId: 3, of: 17, purpose: 'unsubscribe', topic: 'news' } as const;
const tracked = (keys: readonly string[]) =>
  trackToken({ workspaceId: 3, ...MAIL, link: 'l1' }, mailKey({ workspaceId: 3, ...MAIL }, keys));

test('the last key signs, and those before it are believed for ever', () => {
  expect(signingKey(['one', 'two'])).toEqual({ number: 2, secret: 'two' });
  const keys = ['one', ...Array.from({ length: 99 }, (_, index) => `later ${index}`)];
  expect(isGenuine(tokenFor(LINK, ['one']), keys)).toBe(true);
  expect(isTracked(tracked(['one']), keys)).toBe(true);
  const back = returnToken({ id: 3, linkKeys: ['one'] }, MAIL);
  expect(isReturnToken(findReturnTokens(back)[0]!, { id: 3, linkKeys: keys })).toBe(true);
});

test('an empty key signs nothing, and nobody believes one', () => {
  for (const keys of [[], ['one', '']]) {
    expect(() => tokenFor(LINK, keys)).toThrow('no key');
    expect(() => tracked(keys)).toThrow('no key');
    expect(() => returnToken({ id: 3, linkKeys: keys }, MAIL)).toThrow('no key');
  }
  expect(believedKey(['', 'two'], 1)).toBeUndefined();
  // signed by somebody who knows no key at all
  expect(isGenuine(forge(tokenFor(LINK, ['one']), `tabiji stop 1\n1\n`), ['', 'two'])).toBe(false);
});

/** Signs what a token says with nothing. */
function forge(token: string, before: string): string {
  const [said = ''] = token.split('.', 1);
  const signature = createHmac('sha256', '').update(`${before}${said}`).digest().subarray(0, 16);
  return `${said}.1.${signature.toString('base64url')}`;
}
