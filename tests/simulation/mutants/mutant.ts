import type { Clock } from '@tabiji/server/clock.ts';
import type { Here } from '@tabiji/server/db/in-workspace.ts';
import type { InWorkspace, Store } from '@tabiji/server/engine/store.ts';
import type { Mail } from '@tabiji/server/messages/providers/provider.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Transaction } from '@tabiji/server/simulation/memory/transaction.ts';
import type { Process } from '../world/process.ts';
import type { World } from '../world/world.ts';

/** Where a broken store is put in. */
export interface Place {
  world: World;
  process: Process;
  trx: Transaction;
}

/** A bug, planted by wrapping what the production code is given; never by a switch inside it. */
export interface Mutant {
  store?: (store: Store, place: Place) => Store;
  inStore?: (inStore: InWorkspace, world: World, process: Process) => InWorkspace;
  here?: (here: Here, process: Process) => Here;
  clock?: (clockwork: Clockwork) => Clock;
  /** What reaches the provider. */
  mail?: (mail: Mail, world: World) => Mail;
}
