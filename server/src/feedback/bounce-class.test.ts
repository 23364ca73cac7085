import { expect, test } from 'vitest';
import { judgeBounce } from './bounce-class.ts';

test.each([
  ['550 5.1.1 <x@example.com>: Recipient address rejected: User unknown', 'hard', '5.1.1'],
  ['550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 gsmtp', 'hard', '5.1.1'],
  ['556 5.1.10 Recipient address has null MX', 'hard', '5.1.10'],
  ['550 5.2.1 The account is disabled', 'hard', '5.2.1'],
  ['552 5.2.2 Mailbox full', 'soft', '5.2.2'],
  ['452 4.2.2 Over quota', 'soft', '4.2.2'],
  ['550 5.1.2 Domain not found', 'soft', '5.1.2'],
  ['554 5.4.4 Unable to route: only an SOA record', 'soft', '5.4.4'],
  ['550 5.7.1 refused by policy', 'sender', '5.7.1'],
  ['550 5.7.26 Unauthenticated email is not accepted', 'sender', '5.7.26'],
  // Japanese carriers answer without enhanced codes
  ['550 Unknown user taro@docomo.ne.jp', 'hard', '550'],
  ['550 <taro@ezweb.ne.jp>: User unknown', 'hard', '550'],
  ['550 Invalid recipient: <taro@softbank.ne.jp>', 'hard', '550'],
  ['554 delivery error: dd No such user', 'hard', '554'],
  ['554 Transaction failed', 'soft', '554'],
  ['550 Blocked: too many unknown users, see policy', 'sender', '550'],
  ['552 Message size exceeds fixed limit', 'soft', '552'],
  ['451 Unknown user, try later', 'soft', '451'],
] as const)('%s', (text, of, code) => {
  expect(judgeBounce({ text })).toEqual({ class: of, code });
});

test('a status counts before the words beside it, unless it says nothing; without codes nobody is given up', () => {
  expect(judgeBounce({ status: '5.2.2', text: '550 5.1.1 x' })).toEqual({ class: 'soft', code: '5.2.2' });
  expect(judgeBounce({ status: '5.0.0', text: '550 5.1.1 x' })).toEqual({ class: 'hard', code: '5.1.1' });
  expect(judgeBounce({ text: 'User unknown' })).toEqual({ class: 'soft', code: '' });
  expect(judgeBounce({ text: 'gone', otherwise: 'hard' })).toEqual({ class: 'hard', code: '' });
});
