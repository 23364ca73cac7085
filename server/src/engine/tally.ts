import type { CountKind } from '../db/tables/figures.ts';
import type { Store } from './store.ts';

/** One counter and by how much it grows. */
export interface Counted {
  journey: number;
  version: number;
  kind: CountKind;
  node: string;
  name: string;
  n: number;
}

/** Counts of one chunk, summed before they are written: never one row per customer. */
export class Tally {
  readonly #counts = new Map<string, Counted>();

  /** Adds `n` to what a node, a port, a reason or a template is counted by. */
  add(where: { journey: number; version: number }, kind: CountKind, node: string, name = '', n = 1): void {
    const key = `${where.journey}\n${where.version}\n${kind}\n${node}\n${name}`;
    const known = this.#counts.get(key);
    if (known) known.n += n;
    else this.#counts.set(key, { journey: where.journey, version: where.version, kind, node, name, n });
  }

  /** Appends the sums as rows that housekeeping folds into totals. */
  async write({ diary }: Store): Promise<void> {
    if (this.#counts.size > 0) await diary.count([...this.#counts.values()]);
  }
}
