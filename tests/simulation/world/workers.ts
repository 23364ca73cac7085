import { loadConfig } from '@tabiji/server/config.ts';
import { advance } from '@tabiji/server/engine/advance.ts';
import { fireTimers } from '@tabiji/server/engine/fire-timers.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { countMails } from '@tabiji/server/messages/providers/counting.ts';
import { keepLetters } from '@tabiji/server/messages/providers/letters.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { SendPorts } from '@tabiji/server/messages/send-ports.ts';
import { WORKSPACE } from './begin.ts';
import type { MailService } from './mail-service.ts';
import { Process } from './process.ts';
import type { World } from './world.ts';

export const KINDS = ['advance', 'send', 'timers'] as const;
export type Kind = (typeof KINDS)[number];

const config = loadConfig({});
if (Array.isArray(config)) throw new Error(config[0]?.message);

const never = (): never => {
  throw new Error('no setting is missing here');
};

/** Server processes that work on jobs; one that dies is started again. */
export class Workers {
  readonly #world: World;
  readonly #mails: MailService;
  readonly #processes: Process[] = [];
  #incarnations = 0;

  constructor(world: World, mails: MailService, count: number) {
    this.#world = world;
    this.#mails = mails;
    for (let i = 0; i < count; i++) this.#start(i);
  }

  #start(i: number): void {
    const process = new Process(this.#world, `worker-${i}.${this.#incarnations++}`);
    this.#processes[i] = process;
    process.onDeath(() => {
      const { clockwork, random } = this.#world;
      clockwork.after(random.int(100, 5000), () => {
        this.#start(i);
        return false;
      });
    });
  }

  /** Lets one of the processes that are alive do a job. */
  run(kind: Kind): void {
    const process = this.#world.random.pick(this.#processes);
    if (!process.alive) return;
    const limit = this.#world.random.pick([1, 2, 500]);
    JOBS[kind](process, portsOf(this.#world, process, this.#mails), limit).catch((error: unknown) => {
      const { clockwork, log } = this.#world;
      log.note(
        clockwork.now,
        process.name,
        `${kind} failed: ${error instanceof Error ? error.message : String(error)}`,
      );
      if (!(error instanceof Error) || !('code' in error)) this.#world.broken('no job fails by itself', String(error));
    });
  }
}

/** As jobs/handlers.ts does it. */
const JOBS: Record<Kind, (process: Process, ports: SendPorts, limit: number) => Promise<void>> = {
  async advance({ inStore }, _, limit) {
    while ((await advance(inStore, WORKSPACE, ALL_SHARDS, limit)).more);
  },
  async send(_, ports, limit) {
    while ((await sendDue(ports, WORKSPACE, { limit })).more);
  },
  async timers({ inStore }) {
    while ((await fireTimers(inStore, WORKSPACE)).more);
  },
};

const portsOf = (world: World, process: Process, mails: MailService): SendPorts => ({
  inStore: process.inStore,
  clock: process.clock,
  random: world.random.next,
  providers: {
    letters: { where: 'inside', keep: keepLetters },
    counting: { where: 'inside', keep: countMails },
    smtp: mails.from(process),
    resend: mails.from(process),
  },
  config,
  log: { error: never },
  ring: () => undefined, // every commit rings
  hearReplies: () => Promise.resolve(), // its service answers in no words
});
