import type { Watch } from './cpu.ts';
import type { DurablePostgres } from './durable-postgres.ts';

/** A whole number that the command line can set. */
export interface Setting {
  usual: number;
  about: string;
}

/** What a benchmark is given to work with. */
export interface Bench {
  settings: Readonly<Record<string, number>>;
  /** Starts a PostgreSQL that is stopped and removed at the end. Called once. */
  startPostgres: (settings?: Record<string, string>) => Promise<DurablePostgres>;
  /** Watches what the machine does from here on; its result is part of what is printed. */
  watch: () => Watch;
  /** Tells people how far it is. */
  say: (line: string) => void;
}

/** Several rounds of one figure. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** What came out. */
export interface Measured {
  /** By the names that other programs read. */
  figures: Readonly<Record<string, number>>;
  spreads?: Readonly<Record<string, Spread>>;
  /** What is worth knowing besides. */
  details?: Readonly<Record<string, unknown>>;
  /** For people: what was counted, and against what. */
  notes: readonly string[];
}

export interface Benchmark {
  about: string;
  settings: Readonly<Record<string, Setting>>;
  measure: (bench: Bench) => Promise<Measured>;
}

/** Median and range. @throws Error without a value */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error('nothing was measured');
  const median = sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { median, least, most };
}

/** The value below which `share` of the values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
