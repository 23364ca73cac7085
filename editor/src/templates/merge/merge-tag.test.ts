import { describe, expect, test } from 'vitest';
import { choicesOf } from './choices.ts';
import { mergeTag, stylesFor } from './merge-tag.ts';

test.each([
  [{ path: 'customer.email' }, '{{ customer.email }}'],
  [{ path: 'customer.phone', fallback: 'ご登録なし' }, '{{ customer.phone | default: "ご登録なし" }}'],
  [{ path: 'customer.lastName', style: 'sama', fallback: 'お客様' }, "{{ customer.lastName | keisho: '様' }}"],
  [{ path: 'orders.last', style: 'date', fallback: '前回' }, `{{ orders.last | date | default: "前回" }}`],
  [{ path: 'x', fallback: 'a" }} {% b' }, '{{ x | default: "a”   b" }}'],
] as const)('%o', (tag, written) => {
  expect(mergeTag(tag)).toBe(written);
});

test('the likeliest way to write a value comes first', () => {
  expect(stylesFor('number', 'orders.amount')[0]).toBe('yen');
  expect(stylesFor('number', 'orders.count')[0]).toBe('plain');
  expect(stylesFor('text', 'customer.lastName')[0]).toBe('sama');
  expect(stylesFor('date', 'orders.first')[0]).toBe('date');
});

describe('values have names', () => {
  const value = (path: string, note?: string) =>
    ({ path, type: 'text', sample: null, missing: 0, ...(note && { note }) }) as const;
  test('fixed ones ours, attributes their own, answers what was asked', () => {
    const values = [
      value('customer.name'),
      value('customer.attributes.肌質'),
      value('question.q.yes', 'いかが → はい'),
    ];
    const name = (path: string) => (path === 'customer.name' ? '氏名' : undefined);
    expect(choicesOf(values, name, () => undefined).map(({ words, group }) => [words, group])).toEqual([
      ['氏名', 'customer'],
      ['肌質', 'attributes'],
      ['いかが → はい', 'links'],
    ]);
  });
});
