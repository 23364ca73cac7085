import { expect, test } from 'vitest';
import { gapsOf, planOf, type MailingValues } from './plan-of.ts';

const NOW = Date.parse('2026-03-02T10:00:00+09:00');
const values: MailingValues = {
  name: '春のお便り',
  segment: null,
  template: 'spring',
  sender: null,
  topic: null,
  at: '2026-03-02T10:01',
  zone: 'workspace',
};
const gaps = (more: Partial<MailingValues>) => [...gapsOf({ ...values, ...more }, 'Asia/Tokyo', NOW)];

test('a mailing needs a name, a template and a time ahead', () => {
  expect(gaps({})).toEqual([]);
  expect(gaps({ name: ' ', template: null, at: '' })).toEqual(['name', 'template', 'at']);
  expect(gaps({ at: '2026-03-02T10:00' })).toEqual(['past']);
  expect(gaps({ at: '2026-02-30T10:00' })).toEqual(['at']);
});

test('whom it reaches is counted before it has a name', () => {
  const { name: _name, ...plan } = values;
  expect(planOf({ ...values, name: '' }, new Set(['name']))).toEqual(plan);
  expect(planOf(values, new Set(['past']))).toBeUndefined();
});
