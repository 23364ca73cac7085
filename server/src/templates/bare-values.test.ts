import { expect, test } from 'vitest';
import { bareValues, honorificTrouble } from './bare-values.ts';
import { nearValue } from '../journeys/checks/near-value.ts';

test('a value without a fallback is told, one with a fallback or asked for before is not', () => {
  const mail = `{{ customer.firstName }} {{customer.lastName | keisho: '様'}} {{ customer.phone | default: '–' }}
    {% if customer.attributes.plan %}{{ customer.attributes.plan }}{% endif %} {{ customer.attributes.shop }} {{ now }}`;
  expect(bareValues(mail)).toEqual(['customer.firstName', 'customer.attributes.shop']);
});

test('様 behind nothing, and 様 twice', () => {
  expect(honorificTrouble('{{ customer.lastName }} 様')).toBe('empty');
  expect(honorificTrouble("{{ customer.lastName | 敬称: '様' }}様")).toBe('twice');
  expect(honorificTrouble("{{ customer.lastName | 敬称: '様' }}、いつもありがとうございます。皆様")).toBeUndefined();
  expect(honorificTrouble("{{ customer.lastName | default: 'お客' }}様")).toBeUndefined();
});

test('the value that was meant', () => {
  expect(nearValue('customer.lastname')).toBe('customer.lastName');
  expect(nearValue('lastName')).toBe('customer.lastName');
  expect(nearValue('shoe size')).toBeUndefined();
});
