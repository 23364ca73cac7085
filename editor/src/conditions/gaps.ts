import type { Condition, PropertyTest } from '@tabiji/shared/conditions/condition.ts';
import { leavesOf } from '@tabiji/shared/conditions/parts.ts';
import { isNumeric, valueKind } from './fields.ts';
import type { Leaf } from './sentence.ts';

/** Whether nothing in the condition is left open: every name chosen, every value entered. */
export const isComplete = (condition: Condition): boolean => !leavesOf(condition).some(hasGap);

/** Whether a test lacks a name or a value. */
export function hasGap(leaf: Leaf): boolean {
  if ('segment' in leaf) return leaf.segment === '';
  if ('message' in leaf) return false;
  if ('cpm' in leaf) return leaf.cpm === 'rank' && lacksValue(leaf, false);
  if ('attribute' in leaf) return leaf.attribute === '' || lacksValue(leaf, false);
  if ('event' in leaf && leaf.event === '') return true;
  return lacksValue(leaf, isNumeric(leaf)) || (leaf.where ?? []).some(isOpen);
}

/** Whether a test on a property lacks its name or value. */
export const isOpen = (test: PropertyTest): boolean => test.property === '' || lacksValue(test, false);

function lacksValue({ op, value }: Pick<PropertyTest, 'op' | 'value'>, isNumber: boolean): boolean {
  if (valueKind(op, isNumber) === 'none') return false;
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
