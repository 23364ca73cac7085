/** How far something was at an instant (epoch milliseconds). */
export interface Sample {
  at: number;
  bytes: number;
  rows: number;
}

/** Samples of this length in time are enough to tell a pace. */
const WINDOW = 20_000;

/** Keeps the samples of the last 20 seconds and adds one; a step backwards begins anew. */
export function withSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && (next.bytes < last.bytes || next.at < last.at)) return [next];
  return [...samples.filter(({ at }) => next.at - at <= WINDOW), next];
}

export interface Pace {
  rowsPerSecond: number;
  /** Milliseconds until everything is done. */
  leftMs: number;
}

/** The pace towards `total` bytes; undefined while it cannot be told. */
export function paceOf(samples: readonly Sample[], total: number): Pace | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < 1000 || last.bytes <= first.bytes) return undefined;
  const ms = last.at - first.at;
  return {
    rowsPerSecond: Math.round(((last.rows - first.rows) / ms) * 1000),
    leftMs: ((total - last.bytes) * ms) / (last.bytes - first.bytes),
  };
}
