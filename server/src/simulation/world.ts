import type { Millis } from '@tabiji/shared/time.ts';
import { processClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Here } from '../db/in-workspace.ts';
import { nextInstant, sendAll, settle } from '../engine/settle.ts';
import type { InWorkspace, Store } from '../engine/store.ts';
import { keepLetters } from '../messages/providers/letters.ts';
import type { InsideProvider } from '../messages/providers/provider.ts';
import { sendDue } from '../messages/send-due.ts';
import { MemoryDatabase, type Furnishing } from './memory/database.ts';
import { memoryStore } from './memory/store.ts';
import type { Transaction } from './memory/transaction.ts';

/** A workspace as it is at whatever instant. */
export type Place = Omit<Here, 'now' | 'realNow'>;

type Keep = InsideProvider['keep'];

/** What becomes of mails. */
export interface Mailbox {
  /** What their links begin with. */
  url: Config['url'];
  /** Who takes them; the mailbox of the application when absent. */
  keep?: Keep | undefined;
}

/** Mails in one round of sending. */
const ROUND = 500;
/** Rounds in which mails may be put off for more important ones, or for passes that may ask for some. */
const MOST_ROUNDS = 50;

/**
 * A workspace in memory with a clock that is moved by hand, for the production code of engine and sender: one customer
 * or a few, nobody else's hands. Nothing of it outlives the process.
 */
export class MemoryWorld {
  readonly db: MemoryDatabase;
  readonly place: Place;
  now: Millis;
  /** Real time is workspace time, and a little more while mails wait for each other. */
  #ahead: Millis = 0;
  readonly #url: string;
  readonly #kept: InsideProvider;
  /** Transactions follow each other, so one store serves them all: making it costs more than most of them do. */
  readonly #trx: Transaction;
  readonly #here: Here;
  readonly #store: Store;

  constructor(place: Place, at: Millis, { url, keep = keepLetters, ...furnishing }: Furnishing & Mailbox) {
    this.db = new MemoryDatabase(furnishing);
    this.place = place;
    this.now = at;
    this.#url = url;
    this.#kept = { where: 'inside', keep };
    this.#here = { ...place, now: at, realNow: at };
    this.#trx = this.db.begin(at);
    this.#trx.rollback();
    this.#store = memoryStore({ db: this.db, trx: this.#trx, here: this.#here }, (_, statement) =>
      Promise.resolve(this.#trx.run(statement)),
    );
  }

  readonly inStore: InWorkspace = async (_, work) => {
    const trx = this.#trx;
    const here = this.#here;
    if (trx.state === 'open') throw new Error('one transaction of this world is still open');
    trx.beginAgain({ after: this.db.commits, at: this.now });
    here.now = this.now;
    here.realNow = this.now + this.#ahead;
    try {
      const result = await work(this.#store, here);
      this.db.commit(trx);
      return result;
    } finally {
      trx.rollback();
    }
  };

  /** Runs `work` in one transaction at the present instant. */
  act<T>(work: (store: Store, here: Here) => Promise<T>): Promise<T> {
    return this.inStore(this.place.id, work);
  }

  /** The next instant at which time alone makes something happen; null when nothing is planned. */
  next(): Promise<Millis | null> {
    return nextInstant(this.inStore, this.place.id);
  }

  moveTo(at: Millis): void {
    this.now = at;
    this.#ahead = 0;
  }

  /** Does everything that is due now, as the workers would. */
  async settle(): Promise<void> {
    await settle(this.inStore, this.place.id, this.#send);
    for (let round = 0; round < MOST_ROUNDS && this.#isQueued(); round++) {
      this.#ahead += 1000;
      if (await sendAll(this.place.id, this.#send)) await settle(this.inStore, this.place.id, this.#send);
    }
  }

  #isQueued(): boolean {
    for (const { status } of this.db.outbox.committed.values()) if (status === 'queued') return true;
    return false;
  }

  readonly #send = (workspaceId: number) =>
    sendDue(
      {
        inStore: this.inStore,
        clock: processClock,
        random: () => 0.5,
        // Nothing leaves memory; the services' own clients would be most of what a thread has to load.
        providers: { letters: this.#kept, counting: this.#kept, smtp: this.#kept, resend: this.#kept },
        config: { url: this.#url } as Config, // the mailbox of the application asks for nothing else
        log: { error: () => undefined },
        ring: () => undefined,
        hearReplies: () => Promise.resolve(),
      },
      workspaceId,
      { limit: ROUND },
    );
}
