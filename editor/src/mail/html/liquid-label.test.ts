import { expect, test } from 'vitest';
import { liquidLabel, withLabels } from './liquid-label.ts';

test('Liquid is shown as what it stands for', () => {
  expect(liquidLabel("{{ customer.lastName | keisho: '様' }}", 'ja')).toBe('姓様');
  expect(liquidLabel("{{ customer.firstName | default: 'there' }}", 'en')).toBe('First name');
  expect(liquidLabel('{{ customer.attributes.plan }}', 'ja')).toBe('plan');
  expect(liquidLabel('{% if orders.count > 1 %}', 'ja')).toBe('もし orders.count > 1');
  expect(liquidLabel('{%- endif -%}', 'en')).toBe('end');
});

test('a subject is read with the values it takes', () => {
  const subject = "{{ customer.lastName | keisho: '様' }}、{{ now | date: '%-m月' }}のお便り";
  expect(withLabels(subject, 'ja')).toBe('〔姓様〕、〔今日〕のお便り');
  const maybe = 'Welcome back{% if customer.firstName %}, {{ customer.firstName }}{% endif %}';
  expect(withLabels(maybe, 'en')).toBe('Welcome back, [First name]');
});
