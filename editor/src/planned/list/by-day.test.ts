import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { expect, test } from 'vitest';
import { byDay } from './by-day.ts';

const mail = (day: string, certain: number, possible = 0): PlannedMail => ({
  day,
  journey: { id: 1, name: 'J', kind: 'journey' },
  node: 'm',
  template: null,
  certain,
  possible,
  held: [],
  from: `${day}T00:00:00Z`,
  to: `${day}T00:00:00Z`,
});

test('days come in order, each with its sums', () => {
  const days = byDay([mail('2026-03-03', 2), mail('2026-03-01', 1, 4), mail('2026-03-03', 3, 1)]);
  expect(days.map(({ day, certain, possible, mails }) => [day, certain, possible, mails.length])).toEqual([
    ['2026-03-01', 1, 4, 1],
    ['2026-03-03', 5, 1, 2],
  ]);
});
