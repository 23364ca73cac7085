import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import { expect, test } from 'vitest';
import { changeOf, isUntold, shareOfSent } from './metrics.ts';

const mails = (some: Partial<MailFigures>) => some as MailFigures;

test('a share of few mails is not said, and an amount is no share', () => {
  expect(shareOfSent(mails({ sent: 29, clicked: 3 }), 'clicked')).toBeUndefined();
  expect(shareOfSent(mails({ sent: 30, clicked: 3 }), 'clicked')).toBe(0.1);
  expect(shareOfSent(mails({ sent: 30, revenue: 3 }), 'revenue')).toBeUndefined();
});

test('a change from nothing has no share', () => {
  expect([changeOf(3, 0), changeOf(3, 2), changeOf(0, 2)]).toEqual([null, 0.5, -1]);
});

test('where nobody tells of any arrival, 0 is not what is known', () => {
  expect(isUntold(mails({ sent: 5, untold: 5 }))).toBe(true);
  expect([isUntold(mails({ sent: 5, untold: 4 })), isUntold(mails({ sent: 0, untold: 0 }))]).toEqual([false, false]);
});
