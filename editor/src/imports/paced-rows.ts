import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import { paceOf, withSample, type Pace, type Sample } from './pace.ts';

/** An import with the pace it had over the last seconds. */
export type PacedRow = ImportRow & { pace: Pace | undefined };

/** Adds the pace to rows as they arrive; remembers what earlier answers said. */
export function pacer(): (rows: readonly ImportRow[], at: number) => PacedRow[] {
  const known = new Map<number, Sample[]>();
  return (rows, at) =>
    rows.map((row) => {
      if (row.state !== 'running') return { ...row, pace: undefined };
      const done = row.rowsStored + row.rowsUnchanged + row.rowsRefused;
      const samples = withSample(known.get(row.id) ?? [], { at, bytes: row.bytesDone, rows: done });
      known.set(row.id, samples);
      return { ...row, pace: paceOf(samples, row.bytesTotal) };
    });
}
