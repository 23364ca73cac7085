import type { Clock } from '@tabiji/server/clock.ts';
import type { Here } from '@tabiji/server/db/in-workspace.ts';
import type { InWorkspace, Store } from '@tabiji/server/engine/store.ts';
import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { memoryStore, type Run } from '@tabiji/server/simulation/memory/store.ts';
import { Blocked, DatabaseError, type Transaction } from '@tabiji/server/simulation/memory/transaction.ts';
import { WORKSPACE } from './begin.ts';
import type { World } from './world.ts';

const HOURS = 3_600_000;
/** How long PostgreSQL suffers a transaction in which nothing happens; connect.ts asks for it. */
const IDLE_MS = 60_000;
const REFUSALS = ['53100', '53300', '40001', '57P01', '25006', '08006'] as const;

const lost = () => new DatabaseError('08006', 'the connection was lost');

/**
 * One incarnation of a server process. Whatever its code asks of the world is parked until the clockwork lets it
 * happen; killed, it never hears of anything again, and its transactions roll back.
 */
export class Process {
  alive = true;
  readonly name: string;
  /** How far its own clock is off. */
  readonly skew: number;
  readonly clock: Clock;
  readonly inStore: InWorkspace;
  readonly #world: World;
  readonly #open = new Set<Transaction>();
  readonly #onDeath: (() => void)[] = [];
  #afterCommit: (() => Promise<unknown>)[] = [];

  constructor(world: World, name: string) {
    this.#world = world;
    this.name = name;
    const { clockwork, faults, random, mutant } = world;
    this.skew = faults.strikes('skewed_clock') ? random.int(-HOURS, HOURS) : 0;
    this.clock = mutant.clock?.(clockwork) ?? {
      elapsed: () => clockwork.now + this.skew,
      deadline: (milliseconds) => {
        const controller = new AbortController();
        clockwork.after(milliseconds, () => {
          controller.abort();
          return true;
        });
        return controller.signal;
      },
    };
    this.inStore = mutant.inStore?.(this.#inStore, world, this) ?? this.#inStore;
  }

  readonly #inStore = async <T>(
    workspaceId: number,
    work: (store: Store, here: Here) => Promise<T>,
    isSound = false,
  ): Promise<T> => {
    const { db, random, mutant, clockwork } = this.#world;
    const { trx, here } = await this.park('begin', () => {
      const begun = db.begin(clockwork.now);
      this.#open.add(begun);
      return { trx: begun, here: this.#hereNow(workspaceId) };
    });
    const isFine = random.chance(this.#world.grain);
    const run: Run = (name, statement) => this.#statement(trx, name, statement, isFine);
    const store = memoryStore({ db, trx, here }, run);
    const seen = (isSound ? undefined : mutant.store?.(store, { world: this.#world, process: this, trx })) ?? store;
    const result = await this.#inTransaction(trx, () => work(seen, mutant.here?.(here, this) ?? here));
    await this.#commit(trx);
    const later = this.#afterCommit;
    this.#afterCommit = [];
    for (const work of later) await work();
    return result;
  };

  /** A transaction of one statement, for what is not the engine's. */
  async transaction(what: string, statement: (trx: Transaction) => void): Promise<void> {
    const { db, clockwork } = this.#world;
    const trx = db.begin(clockwork.now);
    this.#open.add(trx);
    await this.park(what, () => statement(trx), trx);
    await this.#commit(trx);
  }

  /** For planted bugs: does something in a transaction of its own, once the present one has been committed. */
  afterCommit(work: (store: Store) => Promise<unknown>): void {
    this.#afterCommit.push(() => this.#inStore(WORKSPACE, work, true));
  }

  async #inTransaction<T>(trx: Transaction, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#close(trx);
      throw error;
    }
  }

  #close(trx: Transaction): void {
    trx.rollback();
    this.#open.delete(trx);
  }

  #hereNow(id: number): Here {
    const { clockwork, zone, provider, rules, paces } = this.#world;
    return {
      id,
      kind: 'live',
      now: clockwork.now,
      realNow: clockwork.now,
      zone,
      locale: 'ja',
      provider,
      sender: { key: 'main', name: 'Shop', address: 'shop@example.com' },
      rules,
      salt: 'salt',
      topics: STANDARD_TOPICS,
      identity: {},
      linkKeys: ['key'],
      tracking: { clicks: false, opens: false },
      stopped: false,
      paces,
      pausedSenders: [],
      offers: {},
      pausedProducts: [],
    };
  }

  /** Of a transaction of coarse grain only the beginning and the end are occasions; it runs in between at once. */
  #statement<T>(trx: Transaction, name: string, statement: () => T, isFine: boolean): Promise<T> {
    if (!isFine && trx.state === 'open') {
      try {
        return Promise.resolve(trx.run(statement));
      } catch (error) {
        if (!(error instanceof Blocked)) return Promise.reject(error as Error);
      }
    }
    return this.park(name, statement, trx);
  }

  #commit(trx: Transaction): Promise<void> {
    const { db, faults } = this.#world;
    return this.park('commit', () => {
      if (trx.state !== 'open') throw lost();
      this.#open.delete(trx);
      if (faults.strikes('commit_lost')) {
        trx.rollback();
        throw lost();
      }
      db.commit(trx);
      if (faults.strikes('answer_lost')) throw lost();
    });
  }

  /** Something the process asks of the world: happens a little later, unless something goes wrong. */
  park<T>(what: string, effect: () => T, trx?: Transaction): Promise<T> {
    const { clockwork, random } = this.#world;
    return new Promise<T>((resolve, reject) => {
      const attempt = () => this.alive && this.#happen(what, effect, trx, { resolve, reject, attempt });
      clockwork.after(random.chance(0.1) ? random.int(0, 2000) : random.int(0, 12), attempt);
    });
  }

  #happen<T>(
    what: string,
    effect: () => T,
    trx: Transaction | undefined,
    way: { resolve: (value: T) => void; reject: (error: unknown) => void; attempt: () => boolean },
  ): boolean {
    const { clockwork, faults, random, log } = this.#world;
    const fail = (error: unknown) => {
      if (trx) this.#close(trx);
      log.note(clockwork.now, this.name, `${what}: ${error instanceof Error ? error.message : String(error)}`);
      way.reject(error);
      return true;
    };
    if (trx && trx.state !== 'open') return fail(lost());
    if (faults.strikes('crash_before')) return this.kill(`before ${what}`);
    if (trx && faults.strikes('refused')) return fail(new DatabaseError(random.pick(REFUSALS), 'refused'));
    let value: T;
    try {
      value = trx ? trx.run(effect) : effect();
    } catch (error) {
      if (!(error instanceof Blocked) || !trx) return fail(error);
      try {
        trx.waitFor(error.by, () => clockwork.after(1, way.attempt));
        return false;
      } catch (deadlock) {
        return fail(deadlock);
      }
    }
    log.note(clockwork.now, this.name, what);
    if (faults.strikes('crash_after')) return this.kill(`after ${what}`);
    if (!faults.strikes('frozen')) {
      way.resolve(value);
      return true;
    }
    const held = random.chance(0.3) ? random.int(20_000, 90_000) : random.heavy(10, 60 * HOURS);
    log.note(clockwork.now, this.name, `stands still for ${held} ms`);
    const idle = trx ?? (value as { trx?: Transaction } | undefined)?.trx;
    if (idle && held > IDLE_MS)
      clockwork.after(IDLE_MS, () => {
        this.#close(idle);
        return false;
      });
    clockwork.after(held, () => {
      if (this.alive) way.resolve(value);
      return this.alive;
    });
    return false;
  }

  /** Kill -9. */
  kill(when: string): false {
    const { clockwork, log } = this.#world;
    if (!this.alive) return false;
    log.note(clockwork.now, this.name, `killed ${when}`);
    this.alive = false;
    for (const trx of this.#open) trx.rollback();
    this.#open.clear();
    for (const hear of this.#onDeath) hear();
    return false;
  }

  onDeath(hear: () => void): void {
    this.#onDeath.push(hear);
  }
}
