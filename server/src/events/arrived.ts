import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import type { ToldTimes } from './told-at.ts';

/** A new fact with its customer, its number in the order of arrival, and its time. */
export interface Arrived<F extends Fact = Fact> {
  fact: F;
  customerId: number;
  moment: Moment;
  told: ToldTimes;
  /** Whether anything may follow from it. */
  concerns: boolean;
}

export function only<T extends Fact['type']>(
  arrived: readonly Arrived[],
  type: T,
): Arrived<Extract<Fact, { type: T }>>[] {
  return arrived.filter(({ fact }) => fact.type === type) as Arrived<Extract<Fact, { type: T }>>[];
}

/**
 * Facts told together have the effect of facts told one after another: those of one customer from which something may
 * follow are in layers that follow each other. Most facts, of most customers, are in the first.
 */
export function inLayers(arrived: readonly Arrived[]): Arrived[][] {
  const layers: Arrived[][] = [[]];
  const depths = new Map<number, number>();
  for (const one of arrived) {
    const before = depths.get(one.customerId) ?? 0;
    const depth = one.concerns ? before + 1 : before;
    depths.set(one.customerId, depth);
    const layer = (layers[Math.max(0, depth - 1)] ??= []);
    layer.push(one);
  }
  return layers;
}
