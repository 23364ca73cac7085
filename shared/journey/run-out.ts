import { numberFrom } from '../conditions/values.ts';
import type { Properties } from '../json.ts';

/** How an item says for how many days one piece of it lasts, until the product master does. */
const SUPPLY = ['days', 'supplyDays'] as const;

/**
 * For how many days what was ordered lasts: quantity × days of supply. Lines of one product add up; of several products
 * the one that runs out first counts. Undefined when no item says how long it lasts.
 */
export function supplyDays(items: readonly Properties[]): number | undefined {
  const byProduct = new Map<unknown, number>();
  for (const item of items) {
    const days = SUPPLY.map((name) => numberFrom(item[name])).find((value) => value !== undefined);
    if (days === undefined || days <= 0) continue;
    const quantity = numberFrom(item['quantity']) ?? 1;
    if (quantity <= 0) continue;
    const product = item['product'] ?? item['name'] ?? null;
    byProduct.set(product, (byProduct.get(product) ?? 0) + days * quantity);
  }
  return byProduct.size === 0 ? undefined : Math.round(Math.min(...byProduct.values()));
}
