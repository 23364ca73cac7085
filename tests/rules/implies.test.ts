import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import { NO_FACTS } from '@tabiji/shared/conditions/facts.ts';
import { implies } from '@tabiji/shared/conditions/implies.ts';

const orders = (op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte', value: number): Condition => ({ orders: 'count', op, value });
const leaf = fc
  .tuple(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), fc.integer({ min: 0, max: 6 }))
  .map(([op, value]) => orders(op as 'eq', value));
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('condition'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

test('what is said to follow does follow, for every customer', () => {
  let said = 0;
  fc.assert(
    fc.property(condition, condition, fc.integer({ min: 0, max: 7 }), (narrow, wide, orderCount) => {
      if (!implies(narrow, wide)) return true;
      said++;
      const meets = (what: Condition) =>
        evaluate(
          what,
          { ...NO_FACTS, orderCount },
          { now: 0, zone: 'UTC', entered: { at: 0, arrival: 0 }, leftNode: () => undefined },
        );
      return !meets(narrow) || meets(wide);
    }),
    { numRuns: 3000 },
  );
  expect(said).toBeGreaterThan(100);
});

test('five or more is two or more, of the same thing only', () => {
  expect(implies(orders('gte', 5), orders('gte', 2))).toBe(true);
  expect(implies(orders('eq', 3), orders('gt', 2))).toBe(true);
  expect(implies(orders('gte', 2), orders('gte', 5))).toBe(false);
  expect(implies(orders('gt', 2), orders('lt', 9))).toBe(false);
  expect(implies({ orders: 'amount', op: 'gte', value: 5 }, orders('gte', 2))).toBe(false);
  expect(implies({ all: [orders('gte', 5), { segment: 'vip', member: true }] }, orders('gte', 2))).toBe(true);
});
