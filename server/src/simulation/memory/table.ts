import type { Transaction } from './transaction.ts';

export type Key = string | number;

/** A table: its committed rows, and who holds which of them. Rows are replaced, never changed. */
export class Table<R extends object = object> {
  readonly name: string;
  readonly keyOf: (row: R) => Key;
  /** Columns that are unique besides the key, as one text each. */
  readonly uniques: readonly ((row: R) => string)[];
  readonly committed = new Map<Key, R>();
  readonly holders = new Map<Key, Transaction>();

  constructor(name: string, keyOf: (row: R) => Key, uniques: readonly ((row: R) => string)[] = []) {
    this.name = name;
    this.keyOf = keyOf;
    this.uniques = uniques;
  }

  /** Committed rows. */
  all(): R[] {
    return [...this.committed.values()];
  }
}
