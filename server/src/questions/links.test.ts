import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isGenuine, questionLinks, readLink } from './links.ts';

const LETTER = { workspaceId: 3, customerId: 17, letterId: 99 };
const asking = { questions: [{ name: 'felt', answers: ['yes'] }] };
const tokenWith = (keys: readonly string[]): string =>
  questionLinks(asking, { url: '', keys }, LETTER)['felt']!['yes']!.slice('/q/'.length);
const secret = 'before';

test('a link is believed as long as its key is there, and says which one that is', () => {
  const token = tokenWith(['one']);
  expect(readLink(token)).toEqual({ ...LETTER, question: 'felt', answer: 'yes' });
  expect(isGenuine(token, { secret, keys: ['one', 'two'] })).toBe(true);
  expect(isGenuine(tokenWith(['one', 'two']), { secret, keys: ['one', 'two'] })).toBe(true);
  expect(isGenuine(token.replace('.1.', '.2.'), { secret, keys: ['one', 'one'] })).toBe(false);
  for (const keys of [[], ['another'], ['']]) expect(isGenuine(token, { secret, keys })).toBe(false);
});

test('links of mails that went before the keys signed them are still believed', () => {
  const said = Buffer.from('3.17.99.felt.yes').toString('base64url');
  const signature = createHmac('sha256', secret).update(`tabiji answer 1\n${said}`).digest().subarray(0, 16);
  const token = `${said}.${signature.toString('base64url')}`;
  expect(isGenuine(token, { secret, keys: ['one'] })).toBe(true);
  expect(isGenuine(token, { secret: 'another', keys: ['one'] })).toBe(false);
});

test('an empty key signs nothing and is not believed', () => {
  expect(() => tokenWith([''])).toThrow('no key');
  const said = Buffer.from('3.17.99.felt.yes').toString('base64url');
  const forged = createHmac('sha256', '').update(`tabiji answer 2\n1\n${said}`).digest().subarray(0, 16);
  expect(isGenuine(`${said}.1.${forged.toString('base64url')}`, { secret, keys: ['', 'two'] })).toBe(false);
});
