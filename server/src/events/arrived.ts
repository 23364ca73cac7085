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
  const next = new Map<number, number>(); // by customer
  const last = new Map<string, number>(); // by order or shipment, which may be told under another customer
  for (const one of arrived) {
    const { fact, customerId, concerns } = one;
    const name = fact.type === 'order' || fact.type === 'shipment' ? `${fact.type} ${fact.id}` : undefined;
    const free = next.get(customerId) ?? 0;
    const layer = Math.max(concerns ? free : Math.max(0, free - 1), (name && last.get(name)) || 0);
    (layers[layer] ??= []).push(one);
    if (concerns || layer > Math.max(0, free - 1)) next.set(customerId, layer + 1);
    if (name) last.set(name, layer);
  }
  return layers;
}
