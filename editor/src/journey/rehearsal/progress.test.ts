import type { RehearsalLine } from '@tabiji/shared/api/rehearsals.ts';
import { expect, test } from 'vitest';
import { loadOf, progressOf, type Sending } from './progress.ts';

const line = (mail: number, to: string, because: string | null = null): RehearsalLine => ({
  mail,
  to,
  because,
  state: because === null ? 'sent' : 'failed',
  subject: '',
});
const sending: Sending = {
  to: ['a', 'b'],
  mails: [0, 1, 2],
  lines: [line(0, 'a'), line(0, 'b'), line(1, 'a'), line(2, 'a', 'full'), line(2, 'b', 'full')],
};

test('a mail is sent when every address has it, and failed as soon as one has not', () => {
  expect([0, 1, 2, 3].map((mail) => progressOf(sending, mail))).toEqual([
    { state: 'sent' },
    { state: 'queued' },
    { state: 'failed', reasons: ['full'] },
    { state: 'none' },
  ]);
  expect(progressOf(null, 0)).toEqual({ state: 'none' });
});

test('the limit counts mails times addresses', () => {
  expect(loadOf(25, 2)).toEqual({ count: 50, isTooMany: false });
  expect(loadOf(26, 2)).toEqual({ count: 52, isTooMany: true });
});
