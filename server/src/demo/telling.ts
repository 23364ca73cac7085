import type { Millis } from '@tabiji/shared/time.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { pgStore } from '../engine/pg-store.ts';
import { nextInstant, settle } from '../engine/settle.ts';
import { growthWatch } from '../db/analyze.sql.ts';
import { ingest } from '../events/ingest.ts';
import { handOver } from '../effects/hand-over.ts';
import type { Services } from '../services.ts';
import { standAt } from '../workspaces/clock.sql.ts';
import { dayOf, MINUTE } from './calendar.ts';
import { openShop } from './open-shop.ts';
import { keepProgress } from './seeding.sql.ts';
import type { Happening } from './tell-purchase.ts';

const BATCH = 500;
const LETTERS = 200;
/** Steps that a fact counts for when journeys react to it: so much longer it takes. */
const EFFORT = 10;

/** Minutes of the day at which facts are told and the engine runs: before letters go, and at the end of the day. */
const MINUTES = [10 * 60, 18 * 60, 24 * 60 - 1, 34 * 60];
const slotOf = (at: Millis): Millis => {
  const day = dayOf(at);
  const minute = MINUTES.find((one) => day + one * MINUTE >= at) ?? MINUTES.at(-1)!;
  return day + minute * MINUTE;
};

interface Progress {
  done: number;
  total: number;
}

export interface Told {
  workspaceId: number;
  /** In the order of their times. */
  history: readonly Happening[];
  /** When the shop's journeys begin to run: the end of the past. */
  opens: Millis;
  /** Steps that are done: the facts of the past, the opening of the shop, then the facts that journeys react to. */
  done: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Tells a history to a workspace, step by step. Its clock stands and follows the story. */
export class Telling {
  readonly #services: Services;
  readonly #told: Told;
  readonly #past: number;
  readonly #total: number;
  readonly #grown: (rows: number) => Promise<void>;
  #done: number;

  constructor(services: Services, told: Told) {
    this.#services = { ...services, ring: () => undefined }; // nobody else works on what lies in the past
    this.#told = told;
    this.#grown = growthWatch(services.db);
    this.#done = told.done;
    this.#past = this.#upTo(told.opens);
    this.#total = this.#past + 1 + (told.history.length - this.#past) * EFFORT;
  }

  /** Stores what happened before the journeys ran. */
  async past(): Promise<void> {
    const { workspaceId, history } = this.#told;
    while (this.#done < this.#past && !this.#isStopped) {
      const facts = history.slice(this.#done, Math.min(this.#past, this.#done + BATCH));
      await standAt(this.#services.db, workspaceId, facts.at(-1)!.at);
      await this.#tell(facts, { startJourneys: false, steps: facts.length });
    }
  }

  /** Opens segments and journeys. */
  async open(): Promise<void> {
    if (this.#done > this.#past) return;
    const { workspaceId, opens } = this.#told;
    await standAt(this.#services.db, workspaceId, opens);
    await openShop(this.#services.db, workspaceId);
    const progress = this.#progress(1);
    await keepProgress(this.#services.db, workspaceId, progress);
    this.#report(progress);
  }

  /** Lets the engine run from one instant to the next; false when it was stopped on the way. */
  async live(from: Millis, until: Millis): Promise<boolean> {
    const { db, inStore } = this.#services;
    const { workspaceId, history } = this.#told;
    for (let at = from; !this.#isStopped;) {
      for (let end = this.#upTo(at); this.#next < end;) {
        const facts = history.slice(this.#next, Math.min(end, this.#next + BATCH));
        await this.#tell(facts, { startJourneys: true, steps: facts.length * EFFORT });
      }
      await settle(inStore, workspaceId, (id) => handOver(this.#services, id, { limit: LETTERS }));
      if (at >= until) return true;
      const next = Math.min(history[this.#next]?.at ?? until, (await nextInstant(inStore, workspaceId)) ?? until);
      at = Math.min(until, Math.max(at, slotOf(next)));
      await standAt(db, workspaceId, at);
    }
    return false;
  }

  /** Position of the first fact that has not been told, once the shop is open. */
  get #next(): number {
    return this.#past + (this.#done - this.#past - 1) / EFFORT;
  }

  get #isStopped(): boolean {
    return this.#told.signal?.aborted ?? false;
  }

  /** How many facts there are up to an instant. */
  #upTo(at: Millis): number {
    const later = this.#told.history.findIndex((one) => one.at > at);
    return later < 0 ? this.#told.history.length : later;
  }

  async #tell(
    happenings: readonly Happening[],
    { startJourneys, steps }: { startJourneys: boolean; steps: number },
  ): Promise<void> {
    const { workspaceId } = this.#told;
    const facts = happenings.map(({ fact }) => fact);
    const progress = this.#progress(steps);
    await inWorkspace(this.#services.db, workspaceId, async (trx, here) => {
      await ingest(pgStore(trx, here), here, facts, { startJourneys });
      await keepProgress(trx, workspaceId, progress);
    });
    this.#report(progress);
    await this.#grown(this.#done);
  }

  #progress(steps: number): Progress & { from: number } {
    return { from: this.#done, done: this.#done + steps, total: this.#total };
  }

  #report({ done, total }: Progress): void {
    this.#done = done;
    this.#told.onProgress?.({ done, total });
  }
}
