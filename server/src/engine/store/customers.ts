import type { Change } from '../../customers/identify.sql.ts';
import type { Said } from '../../customers/subscriptions/said.ts';
import type { LockedCustomer } from '../../customers/lock.sql.ts';

/** Customers and their locks: always taken in order of their ids, so that nobody waits in a circle. */
export interface Customers {
  /** Locks customers by the shop's ids, creating those who are not known yet. */
  lock(externalIds: Iterable<string>): Promise<Map<string, LockedCustomer>>;
  lockById(ids: readonly number[]): Promise<void>;
  /** Locks those of them that nobody else holds; answers with which. */
  holdFree(ids: readonly number[]): Promise<Set<number>>;
  /** The next customers by id, locked. */
  lockPage(after: number, limit: number): Promise<number[]>;
  /** Ids by the shop's ids; those who are not known are missing. */
  find(externalIds: readonly string[]): Promise<Map<string, number>>;
  /** Writes what locked customers are like. */
  change(changes: ReadonlyMap<number, Change>): Promise<void>;
  /** Writes what locked customers say yes or no to. */
  subscribe(said: readonly Said[]): Promise<void>;
}
