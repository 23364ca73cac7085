import type { Key, Table } from './table.ts';

/** A statement must wait until another transaction ends; it is then run again from its beginning. */
export class Blocked {
  readonly by: Transaction;
  constructor(by: Transaction) {
    this.by = by;
  }
}

/** What PostgreSQL would say. */
export class DatabaseError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A lock that many may share, or one has alone. */
export class Shared {
  readonly holders = new Set<Transaction>();
  alone: Transaction | undefined;
}

type Writes = Map<Key, object | null>;

/** What a transaction did to one row. */
export interface Written {
  table: Table;
  key: Key;
  before: object | undefined;
  after: object | null;
}

/**
 * READ COMMITTED, as PostgreSQL has it: each statement sees what has been committed and the transaction's own writes;
 * who writes a row that somebody else has written or locked waits for the end of that transaction and looks again.
 */
export class Transaction {
  state: 'open' | 'committed' | 'aborted' = 'open';
  /** Commits before it began, and the clock's reading then. */
  begun: { after: number; at: number };
  readonly #writes = new Map<Table, Writes>();
  readonly #held: [Map<Key, Transaction>, Key][] = [];
  readonly #shared = new Set<Shared>();
  readonly #reserved: Map<string, Transaction>;
  #waitsFor: Transaction | undefined;
  readonly #waiting: (() => void)[] = [];
  readonly #undo: (() => void)[] = [];

  constructor(reserved: Map<string, Transaction>, begun: { after: number; at: number }) {
    this.#reserved = reserved;
    this.begun = begun;
  }

  /** Begins again after its end, for a world in which one transaction follows the other. */
  beginAgain(begun: { after: number; at: number }): void {
    this.begun = begun;
    this.state = 'open';
    this.#writes.clear();
    this.#undo.length = 0;
  }

  get<R extends object>(table: Table<R>, key: Key): R | undefined {
    const own = this.#writes.get(table as unknown as Table)?.get(key);
    return own === undefined ? table.committed.get(key) : ((own as R | null) ?? undefined);
  }

  /** Visible rows that meet a test. */
  find<R extends object>(table: Table<R>, test: (row: R) => boolean): R[] {
    const own = this.#writes.get(table as unknown as Table);
    const found: R[] = [];
    for (const [key, committed] of table.committed) {
      const row = own?.has(key) ? (own.get(key) as R | null) : committed;
      if (row && test(row)) found.push(row);
    }
    if (own) for (const [key, row] of own) if (row && !table.committed.has(key) && test(row as R)) found.push(row as R);
    return found;
  }

  /** Whether nothing is visible of a table; what it would be looked up by need not be worked out then. */
  isEmpty<R extends object>(table: Table<R>): boolean {
    return table.committed.size === 0 && !this.#writes.has(table as unknown as Table);
  }

  isFree<R extends object>(table: Table<R>, key: Key): boolean {
    const holder = table.holders.get(key);
    return holder === undefined || holder === this;
  }

  /** @throws Blocked while somebody else holds the row */
  lock<R extends object>(table: Table<R>, key: Key): void {
    this.#take(table.holders, key);
  }

  #take<K extends Key>(holders: Map<K, Transaction>, key: K): void {
    const holder = holders.get(key);
    if (holder === this) return;
    if (holder) throw new Blocked(holder);
    holders.set(key, this);
    this.#held.push([holders as Map<Key, Transaction>, key]);
  }

  /** @throws Blocked while somebody has it alone */
  share(lock: Shared): void {
    if (lock.alone && lock.alone !== this) throw new Blocked(lock.alone);
    lock.holders.add(this);
    this.#shared.add(lock);
  }

  /** @throws Blocked while anybody else has it */
  have(lock: Shared): void {
    const other = lock.alone ?? [...lock.holders].find((holder) => holder !== this);
    if (other && other !== this) throw new Blocked(other);
    lock.alone = this;
    this.#shared.add(lock);
  }

  /** @throws DatabaseError 23505 when the key, or what is unique besides, is there */
  insert<R extends object>(table: Table<R>, row: NoInfer<R>): void {
    if (!this.tryInsert(table, row)) throw new DatabaseError('23505', `duplicate key in ${table.name}`);
  }

  /** `on conflict do nothing`: false when the row is there. */
  tryInsert<R extends object>(table: Table<R>, row: NoInfer<R>): boolean {
    const key = table.keyOf(row);
    this.#take(this.#reserved, `${table.name}:${key}`);
    if (this.get(table, key)) return false;
    for (const [i, unique] of table.uniques.entries()) {
      const value = unique(row);
      this.#take(this.#reserved, `${table.name}.${i}:${value}`);
      if (this.find(table, (other) => unique(other) === value).length > 0) return false;
    }
    this.#put(table, key, row);
    return true;
  }

  /** Replaces a row, which this transaction locks. @throws Blocked */
  update<R extends object>(table: Table<R>, row: R, change: Partial<R>): void {
    const key = table.keyOf(row);
    this.lock(table, key);
    this.#put(table, key, { ...this.get(table, key)!, ...change });
  }

  /** @throws Blocked */
  delete<R extends object>(table: Table<R>, row: R): void {
    const key = table.keyOf(row);
    this.lock(table, key);
    this.#put(table, key, null);
  }

  #put<R extends object>(table: Table<R>, key: Key, row: R | null): void {
    const one = table as unknown as Table;
    const own = this.#writes.get(one) ?? new Map<Key, object | null>();
    this.#writes.set(one, own);
    const before = own.get(key);
    this.#undo.push(() => (before === undefined ? own.delete(key) : own.set(key, before)));
    own.set(key, row);
  }

  /** Runs one statement: when it is blocked, it has written nothing, but keeps the locks that it got. */
  run<T>(statement: () => T): T {
    this.#undo.length = 0;
    try {
      return statement();
    } catch (error) {
      for (const undo of this.#undo.toReversed()) undo();
      throw error;
    }
  }

  /** Makes everything visible at once; answers with what was written. */
  commit(): Written[] {
    const written: Written[] = [];
    for (const [table, rows] of this.#writes)
      for (const [key, after] of rows) {
        written.push({ table, key, before: table.committed.get(key), after });
        if (after) table.committed.set(key, after);
        else table.committed.delete(key);
      }
    this.#end('committed');
    return written;
  }

  rollback(): void {
    if (this.state === 'open') this.#end('aborted');
  }

  #end(state: 'committed' | 'aborted'): void {
    this.state = state;
    for (const [holders, key] of this.#held) holders.delete(key);
    this.#held.length = 0;
    for (const lock of this.#shared) {
      lock.holders.delete(this);
      if (lock.alone === this) lock.alone = undefined;
    }
    this.#shared.clear();
    this.#waitsFor = undefined;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  /** Calls back when `other` has ended. @throws DatabaseError 40P01 when that would wait in a circle */
  waitFor(other: Transaction, goOn: () => void): void {
    for (let one: Transaction | undefined = other; one; one = one.#waitsFor)
      if (one === this) throw new DatabaseError('40P01', 'deadlock detected');
    this.#waitsFor = other;
    other.#waiting.push(() => {
      this.#waitsFor = undefined;
      goOn();
    });
  }
}
