import { expect, test } from 'vitest';
import { liquidLabel } from './liquid-label.ts';

test('Liquid is shown as what it stands for', () => {
  expect(liquidLabel("{{ customer.lastName | keisho: '様' }}", 'ja')).toBe('姓様');
  expect(liquidLabel("{{ customer.firstName | default: 'there' }}", 'en')).toBe('First name');
  expect(liquidLabel('{{ customer.attributes.plan }}', 'ja')).toBe('plan');
  expect(liquidLabel('{% if orders.count > 1 %}', 'ja')).toBe('もし orders.count > 1');
  expect(liquidLabel('{%- endif -%}', 'en')).toBe('end');
});
