import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import type { MemoryDatabase } from './database.ts';
import { customersIn } from './customers.ts';
import { factsIn } from './facts.ts';
import { nodesIn } from './nodes.ts';
import { diaryIn, positionsIn } from './positions.ts';
import { receivedIn } from './received.ts';
import { lettersIn } from './letters.ts';
import { sendingIn } from './sending.ts';
import { segmentsIn, setupIn, timersIn } from './setup.ts';
import type { Transaction } from './transaction.ts';

/**
 * Runs one statement: at once, or when a scheduler says so. A statement that must wait for another transaction throws
 * `Blocked` and is run again from its beginning; until then it may have taken locks, but written nothing.
 */
export type Run = <T>(name: string, statement: () => T) => Promise<T>;

/** What the statements of one transaction work on. */
export interface Session {
  db: MemoryDatabase;
  trx: Transaction;
  here: Here;
}

/** The engine's store over memory: each method does what the SQL of the same name in pg-store.ts does. */
export function memoryStore(session: Session, run: Run): Store {
  return inTurn(
    run,
    {
      positions: positionsIn(session),
      diary: diaryIn(session),
      letters: lettersIn(session),
      sending: sendingIn(session),
      facts: factsIn(session),
      received: receivedIn(session),
      customers: customersIn(session),
      nodes: nodesIn(session),
      setup: setupIn(session),
      segments: segmentsIn(session),
      timers: timersIn(session),
    },
    session.db.origin,
  );
}

/** A part of the store whose methods answer at once. */
export type AtOnce<Part> = {
  [M in keyof Part]: Part[M] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never;
};

type Parts = Omit<Store, 'origin'>;

function inTurn(run: Run, parts: { [P in keyof Parts]: AtOnce<Parts[P]> }, origin: object): Store {
  const store: Record<string, unknown> = { origin };
  for (const [name, part] of Object.entries(parts)) {
    const methods: Record<string, unknown> = {};
    for (const [method, statement] of Object.entries(part as Record<string, (...args: unknown[]) => unknown>))
      methods[method] = (...args: unknown[]) => run(`${name}.${method}`, () => statement(...args));
    store[name] = methods;
  }
  return store as unknown as Store;
}
