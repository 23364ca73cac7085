import { expect, test } from 'vitest';
import { groupOf, periodBefore, periodOf, presetOf, PRESETS } from './period.ts';

test('the days of a preset, and the days before them', () => {
  const today = '2026-03-31';
  const both = PRESETS.map((preset) => [preset, periodOf(preset, today), periodBefore(periodOf(preset, today))]);
  expect(both).toEqual([
    ['thisMonth', { from: '2026-03-01', to: today }, { from: '2026-02-01', to: '2026-02-28' }],
    ['lastMonth', { from: '2026-02-01', to: '2026-02-28' }, { from: '2026-01-01', to: '2026-01-31' }],
    ['7d', { from: '2026-03-25', to: today }, { from: '2026-03-18', to: '2026-03-24' }],
    ['30d', { from: '2026-03-02', to: today }, { from: '2026-01-31', to: '2026-03-01' }],
    ['90d', { from: '2026-01-01', to: today }, { from: '2025-10-03', to: '2025-12-31' }],
    ['thisYear', { from: '2026-01-01', to: today }, { from: '2025-10-03', to: '2025-12-31' }],
  ]);
});

test('the beginning of a month is compared with as many days of the month before', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-22' })).toEqual({ from: '2026-02-01', to: '2026-02-22' });
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-30' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodBefore({ from: '2026-01-01', to: '2026-01-05' })).toEqual({ from: '2025-12-01', to: '2025-12-05' });
});

test('dates know their preset, and others have none', () => {
  for (const preset of PRESETS) expect(presetOf(periodOf(preset, '2026-03-22'), '2026-03-22')).toBe(preset);
  expect(presetOf({ from: '2026-03-02', to: '2026-03-03' }, '2026-03-22')).toBeUndefined();
});

test('long periods are gathered by weeks and months', () => {
  expect(PRESETS.map((preset) => groupOf(periodOf(preset, '2026-12-22')))).toEqual([
    'day',
    'day',
    'day',
    'day',
    'week',
    'month',
  ]);
});
