import { expect, test } from 'vitest';
import type { Due } from './due-mail.sql.ts';
import { refused } from './due.ts';
import { settle } from './outcome.ts';

const tried = new Date('2026-03-02T00:00:00Z');
const due = (more: Partial<Due>) => ({ id: 1, fence: 2, enrollmentId: 3, attempts: 1, firstAttemptAt: null, ...more });
const around = { subject: 's', sameKeyIsSafe: true, stop: undefined, random: () => 0.5 };
const claimed = (more: Partial<Due>) => ({ due: due(more) }) as Parameters<typeof settle>[0];

test('who gives up after an attempt that may have been accepted does not call the mail failed', () => {
  const busy = { kind: 'later', because: '429' } as const;
  expect(settle(claimed({ attempts: 100 }), busy, around)).toMatchObject({ finished: { state: 'failed' } });
  expect(settle(claimed({ attempts: 100, firstAttemptAt: tried }), busy, around)).toMatchObject({
    finished: { state: 'unknown', because: 'gave_up: 429' },
  });
});

test('a mail that may have been accepted is not called off or skipped any more', () => {
  expect(refused(due({}), { refused: 'left_journey' })).toMatchObject({ state: 'cancelled' });
  expect(refused(due({}), { refused: 'unsubscribed', detail: 'x' })).toMatchObject({ state: 'skipped' });
  expect(refused(due({ firstAttemptAt: tried }), { refused: 'left_journey' })).toMatchObject({
    state: 'unknown',
    because: 'left_journey',
  });
});
