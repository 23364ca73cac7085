import type { PlannedMail } from '@tabiji/shared/api/planned.ts';
import { dayFrom } from '@tabiji/shared/time/day.ts';
import { expect, test } from 'vitest';
import { factsOf } from './day-facts.ts';

const mail = (kind: 'journey' | 'mailing', certain: number, possible: number): PlannedMail => ({
  day: '2026-05-04',
  journey: { id: 1, name: kind === 'mailing' ? '春のお便り' : '初回フォロー', kind },
  node: kind,
  template: null,
  certain,
  possible,
  held: [],
  from: '2026-05-04T01:00:00Z',
  to: '2026-05-04T01:00:00Z',
});

test('a day says its mails, its holiday and whether promotions rest', () => {
  const blackout = { days: [{ on: '05-02/05-04', name: '連休' }], holidays: true };
  const of = factsOf([mail('journey', 3, 1), mail('mailing', 0, 40)], blackout, 'ja');
  expect(of(dayFrom(2026, 5, 4))).toMatchObject({
    holiday: 'みどりの日',
    blackout: { name: '連休' },
    certain: 3,
    possible: 41,
    mailings: ['春のお便り'],
  });
  expect(of(dayFrom(2026, 5, 5))).toMatchObject({ holiday: 'こどもの日', blackout: { name: undefined }, certain: 0 });
  expect(of(dayFrom(2026, 5, 7))).toMatchObject({ holiday: undefined, blackout: undefined, mails: [] });
});
