import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import { expect, test } from 'vitest';
import { datesOf, partsOf } from './mails-asked.ts';

const NOTHING: MailFigures = {
  asked: 0,
  sent: 0,
  withheld: 0,
  failed: 0,
  unknown: 0,
  waiting: 0,
  reached: 0,
  bouncedHard: 0,
  bouncedSoft: 0,
  bouncedSender: 0,
  untold: 0,
  opened: 0,
  machineOpened: 0,
  clicked: 0,
  machineClicked: 0,
  complained: 0,
  goals: 0,
  unsubscribed: 0,
  orders: 0,
  revenue: 0,
};

test.each([
  [{ period: 'today' as const }, '2026-04-10', '2026-04-10'],
  [{ period: '7d' as const }, '2026-04-04', '2026-04-10'],
  [{}, '2024-02-01', '2026-04-10'],
  [{ from: '2026-03-01' }, '2026-03-01', '2026-04-10'],
  [{ from: '2026-03-01', to: '2026-03-31' }, '2026-03-01', '2026-03-31'],
  [{ from: '2020-01-01', to: '2026-03-31' }, '2024-01-22', '2026-03-31'],
  [{ from: '2026-05-01' }, '2026-05-01', '2026-05-01'],
])('the figures of %o are those of mails asked for from %s to %s', (query, from, to) => {
  expect(datesOf(query, '2026-04-10')).toEqual({ from, to });
});

test('the parts add up to the whole, whether they are rare or not', () => {
  const mails = {
    ...NOTHING,
    asked: 10,
    sent: 6,
    withheld: 2,
    failed: 1,
    waiting: 1,
    reached: 3,
    bouncedHard: 1,
    untold: 2,
  };
  const { asked, arrived } = partsOf(mails);
  const sum = (all: { value: number | null }[]) => all.reduce((n, { value }) => n + value!, 0);
  expect(asked.map(({ name }) => name)).toEqual(['asked', 'sent', 'withheld', 'failed', 'waiting']);
  expect(sum(asked.slice(1))).toBe(asked[0]!.value);
  expect(sum(arrived)).toBe(mails.sent);
});

test('where nobody tells of arrivals there is no nought', () => {
  const { arrived } = partsOf({ ...NOTHING, asked: 3, sent: 3, untold: 3 });
  expect(arrived).toEqual([
    { name: 'reached', value: null },
    { name: 'bounced', value: null },
    { name: 'untold', value: 3 },
  ]);
});
