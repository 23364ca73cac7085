import { expect, test } from 'vitest';
import { type Check, isAddress, maySend } from './may-send.ts';

const FINE: Check = { waiting: true, journeyLive: true, merged: false, email: 'hanako@example.com' };

test.each([
  [{}, undefined],
  [{ waiting: false }, 'left_journey'],
  [{ journeyLive: false }, 'journey_stopped'],
  [{ merged: true }, 'merged'],
  [{ email: null }, 'no_address'],
  [{ email: '  ' }, 'no_address'],
  [{ email: 'hanako' }, 'bad_address'],
  [{ email: ' hanako@example.com ' }, undefined],
] as const)('%j → %s', (change, because) => {
  expect(maySend({ ...FINE, ...change }, { address: true })).toEqual(because ? { refused: because } : { send: true });
});

test('who only counts needs no address', () => {
  expect(maySend({ ...FINE, email: null }, { address: false })).toEqual({ send: true });
});

test.each(['a@b.example', 'a.b..c.@docomo.ne.jp', "o'hara+shop@sub.example.co.jp", 'a@xn--wgv71a.jp'])(
  '%s is an address',
  (text) => {
    expect(isAddress(text)).toBe(true);
  },
);

test.each([
  'a@b',
  '@b.example',
  'a@b.example\r\nBcc: c@d.example',
  'a@b.example, c@d.example',
  'a@b.example c@d.example',
  '<a@b.example>',
  '"x\r\ny"@b.example',
  'a@[127.0.0.1]',
  'a@-b.example',
  'a@b..example',
  `${'a'.repeat(65)}@b.example`,
  `a@${'b'.repeat(250)}.example`,
  '山田@example.com',
])('%s is none', (text) => {
  expect(isAddress(text)).toBe(false);
});
