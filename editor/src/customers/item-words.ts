import type { Properties } from '@tabiji/shared/json.ts';

/** An order's item in short: its name, else its product key, and how many where it is more than one. */
export function itemWords({ name, product, quantity }: Properties): string {
  const what = [name, product].find((part) => typeof part === 'string' && part !== '');
  if (typeof what !== 'string') return '';
  return typeof quantity === 'number' && quantity > 1 ? `${what} × ${quantity}` : what;
}
