import type { Here } from '../db/in-workspace.ts';
import type { Customers } from './store/customers.ts';
import type { Diary, Positions } from './store/positions.ts';
import type { Nodes } from './store/nodes.ts';
import type { FactReads, FactWrites } from './store/facts.ts';
import type { Letters, Sending } from './store/letters.ts';
import type { Segments, Setup, Timers } from './store/setup.ts';

/**
 * All that the engine asks of a database: one object per transaction, bound to one workspace and its clock. The engine
 * knows this port only, so the same code runs over PostgreSQL (pg-store.ts) and over the simulation's memory.
 */
export interface Store {
  /** Names the database: what never changes there (published versions) may be remembered by it. */
  origin: object;
  positions: Positions;
  diary: Diary;
  letters: Letters;
  sending: Sending;
  facts: FactReads;
  received: FactWrites;
  customers: Customers;
  nodes: Nodes;
  setup: Setup;
  segments: Segments;
  timers: Timers;
}

/** Runs `work` in one transaction of one workspace: it commits when `work` resolves and leaves nothing when it throws. */
export type InWorkspace = <T>(workspaceId: number, work: (store: Store, here: Here) => Promise<T>) => Promise<T>;
