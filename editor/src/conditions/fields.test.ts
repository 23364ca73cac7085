import { Condition } from '@tabiji/shared/conditions/condition.ts';
import { describe, expect, test } from 'vitest';
import { fieldOf, leafOf, MEASURES, operatorsFor, valueKind, isNumeric, withOperator } from './fields.ts';
import { isComplete } from './gaps.ts';

const fields = [...MEASURES.map((measure) => `orders:${measure}`), 'attribute:city', 'event:a:b', 'message'];

describe('fields of the builder', () => {
  test.each(fields)('%s starts as a valid test of that field with an operator that suits it', (field) => {
    const leaf = leafOf(field);
    expect(Condition.safeParse(leaf).success).toBe(true);
    expect(fieldOf(leaf)).toBe(field);
    expect('op' in leaf ? operatorsFor(leaf) : [undefined]).toContain('op' in leaf ? leaf.op : undefined);
  });

  test('a number stays when the comparison changes, and gives way to a duration', () => {
    const test = { orders: 'last', op: 'before', value: '2026-04-01' } as const;
    expect(withOperator(test, 'after', false).value).toBe('2026-04-01');
    expect(withOperator({ ...test }, 'withinLast', false).value).toBe('P30D');
    expect(withOperator({ op: 'gte', value: 3 } as const, 'lte', true).value).toBe(3);
  });

  test('dates of orders are entered as dates, counts as numbers', () => {
    expect(valueKind('before', isNumeric(leafOf('orders:last')))).toBe('date');
    expect(valueKind('gte', isNumeric(leafOf('event:login')))).toBe('number');
  });
});

describe('what is still open', () => {
  test('names and values have to be there', () => {
    expect(isComplete({ all: [leafOf('attribute:city')] })).toBe(false);
    expect(isComplete({ attribute: 'city', op: 'exists' })).toBe(true);
    expect(isComplete({ segment: '', member: true })).toBe(false);
    expect(isComplete({ not: { attribute: 'city', op: 'in', value: [] } })).toBe(false);
    expect(isComplete({ orders: 'count', op: 'gte', value: 1, where: [{ property: '', op: 'eq', value: 'x' }] })).toBe(
      false,
    );
    expect(isComplete({ all: [] })).toBe(true);
  });
});
