import { NO_FACTS, type Facts } from '../conditions/facts.ts';
import type { Turn } from './define-node.ts';

/** A Monday morning. */
export const NOW = Date.parse('2026-03-02T10:00:00+09:00');

/** A customer's turn at a node, as far as a test does not say otherwise. */
export function turn<Config>(
  config: Config,
  { facts, ...more }: Partial<Omit<Turn<Config>, 'facts'>> & { facts?: Partial<Facts> } = {},
): Turn<Config> {
  const now = more.now ?? NOW;
  return {
    config,
    now,
    zone: 'Asia/Tokyo',
    occasion: { now, zone: 'Asia/Tokyo', entered: { at: NOW - 60_000, arrival: 1 } },
    arrival: 9,
    reached: { at: now, arrival: 9 },
    enrollment: { id: 1, customer: 2, journey: 3, node: 'n1' },
    ...more,
    facts: { ...NO_FACTS, ...facts },
  };
}
