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

/**
 * The engine's store over memory: each method does what the SQL of the same name in pg-store.ts does. A transaction uses
 * a few parts of it, so each is made when it is asked for.
 */
export function memoryStore(session: Session, run: Run): Store {
  const made: Partial<Omit<Store, 'origin'>> = {};
  const part = <P extends keyof Omit<Store, 'origin'>>(name: P, of: (session: Session) => AtOnce<Store[P]>): Store[P] =>
    (made[name] as Store[P] | undefined) ?? ((made[name] as Store[P]) = inTurn(run, name, of(session)));
  return {
    origin: session.db.origin,
    get positions() {
      return part('positions', positionsIn);
    },
    get diary() {
      return part('diary', diaryIn);
    },
    get letters() {
      return part('letters', lettersIn);
    },
    get sending() {
      return part('sending', sendingIn);
    },
    get facts() {
      return part('facts', factsIn);
    },
    get received() {
      return part('received', receivedIn);
    },
    get customers() {
      return part('customers', customersIn);
    },
    get nodes() {
      return part('nodes', nodesIn);
    },
    get setup() {
      return part('setup', setupIn);
    },
    get segments() {
      return part('segments', segmentsIn);
    },
    get timers() {
      return part('timers', timersIn);
    },
  };
}

/** A part of the store whose methods answer at once. */
export type AtOnce<Part> = {
  [M in keyof Part]: Part[M] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never;
};

function inTurn<Part extends object>(run: Run, name: string, part: AtOnce<Part>): Part {
  const methods: Record<string, unknown> = {};
  for (const method in part) {
    const statement = part[method] as (...args: unknown[]) => unknown;
    methods[method] = (...args: unknown[]) => run(`${name}.${method}`, () => statement(...args));
  }
  return methods as Part;
}
