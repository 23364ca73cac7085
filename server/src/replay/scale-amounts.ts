import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

/** Conditions speak of amounts as the file writes them (11.77); amounts are kept in the smallest unit (1177). */
export const scaleAmounts = (graph: JourneyGraph, decimals: number): JourneyGraph =>
  decimals === 0 ? graph : (scaled(graph, 10 ** decimals) as JourneyGraph);

function scaled(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => scaled(item, by));
  if (value === null || typeof value !== 'object') return value;
  const record = value as Record<string, unknown>;
  const isAmount = record['orders'] === 'amount';
  return Object.fromEntries(
    Object.entries(record).map(([key, part]) => [
      key,
      isAmount && key === 'value' ? multiplied(part, by) : scaled(part, by),
    ]),
  );
}

const multiplied = (value: unknown, by: number): unknown =>
  Array.isArray(value) ? value.map((item) => multiplied(item, by)) : Math.round(Number(value) * by);
