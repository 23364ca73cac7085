import { ingest } from '@tabiji/server/events/ingest.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { WORKSPACE } from './begin.ts';
import { Process } from './process.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 60_000;

/** The shop that tells facts until each has been acknowledged, and the API process that takes them. */
export class Shop {
  /** Facts that were answered with success. */
  readonly acknowledged: Fact[] = [];
  waiting = 0;
  readonly #world: World;
  #api: Process;
  #incarnations = 0;

  constructor(world: World) {
    this.#world = world;
    this.#api = this.#start();
  }

  #start(): Process {
    const process = new Process(this.#world, `api.${this.#incarnations++}`);
    process.onDeath(() => {
      const { clockwork, random } = this.#world;
      clockwork.after(random.int(100, 5000), () => {
        this.#api = this.#start();
        return false;
      });
    });
    return process;
  }

  async tell(facts: readonly Fact[]): Promise<void> {
    const { clockwork, random, log } = this.#world;
    this.waiting++;
    while (!(await this.#ask(facts))) await clockwork.sleep(random.int(500, 20_000));
    log.note(clockwork.now, 'shop', `acknowledged ${facts.length}`);
    this.acknowledged.push(...facts);
    this.waiting--;
  }

  /** One request; false when it failed, or when nobody answered. */
  #ask(facts: readonly Fact[]): Promise<boolean> {
    const { clockwork, broken } = this.#world;
    const api = this.#api;
    if (!api.alive) return Promise.resolve(false);
    return new Promise((resolve) => {
      api.onDeath(() => resolve(false));
      clockwork.after(PATIENCE_MS, () => {
        resolve(false);
        return true;
      });
      api
        .inStore(WORKSPACE, (store, here) => ingest(store, here, facts, { startJourneys: true }))
        .then(({ conflicts }) => {
          if (conflicts.length > 0) broken('telling the same again is no conflict', JSON.stringify(facts));
          resolve(true);
        })
        .catch((error: unknown) => {
          if (!(error instanceof Error) || !('code' in error)) broken('no request fails by itself', String(error));
          resolve(false);
        });
    });
  }
}
