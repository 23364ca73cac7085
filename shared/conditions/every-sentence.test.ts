import { expect, test } from 'vitest';
import { LOCALES } from '../locale.ts';
import { OPERATORS, type Condition } from './condition.ts';
import { conditionWords } from './words.ts';

const names = { template: () => undefined, segment: () => undefined };
const values = [undefined, 3, 'P14D', 'gold', ['a', 'b'], true, null] as const;
const leaves: Condition[] = [
  ...OPERATORS.flatMap((op) => values.map((value) => ({ attribute: 'rank', op, value }) as Condition)),
  ...(['count', 'amount', 'first', 'last', 'interval'] as const).flatMap((orders) =>
    (['always', 'entered', { node: 'n1' }, 'P90D'] as const).map(
      (since) => ({ orders, op: 'gte', value: 1, since }) as Condition,
    ),
  ),
  { event: 'visited', op: 'gte', value: 1 },
  { segment: 'vip', member: true },
  { segment: 'vip', member: false },
  { message: 'sent' },
  { message: 'sent', template: 'hello' },
  { cpm: 'rank', op: 'eq', value: '優良客' },
];

test.each(LOCALES)('every condition is a sentence in %s', (locale) => {
  const whole: Condition[] = [...leaves, { all: leaves.slice(0, 2) }, { any: leaves.slice(0, 2) }, { not: leaves[0]! }];
  for (const condition of whole) {
    const words = conditionWords(condition, locale, names);
    expect(words.trim(), JSON.stringify(condition)).not.toBe('');
    expect(words).not.toMatch(/undefined|null|\{v\}|\[object|NaN/);
  }
});

test('languages differ, so nothing was forgotten', () => {
  for (const leaf of leaves) expect(conditionWords(leaf, 'ja', names)).not.toBe(conditionWords(leaf, 'en', names));
});
