import type { Clockwork } from '../clockwork.ts';
import type { Random } from '../random.ts';

/** What may go wrong, and how often at most: chance per occasion. */
const CEILINGS = {
  /** The process dies before a statement, a commit or a request takes effect. */
  crash_before: 0.012,
  /** It dies after that, before it hears of it. */
  crash_after: 0.012,
  /** COMMIT never arrives. */
  commit_lost: 0.08,
  /** COMMIT is done, but its answer is lost. */
  answer_lost: 0.08,
  /** The database refuses: disk full, no connection, a serialization failure, shutdown. */
  refused: 0.02,
  /** A process stands still, for 10 milliseconds or for two and a half days. */
  frozen: 0.03,
  provider_lost: 0.2,
  provider_silent: 0.2,
  provider_busy: 0.2,
  provider_down: 0.2,
  provider_slow: 0.15,
  /** It takes nothing at all, for up to a day and a half. */
  provider_outage: 0.8,
  told_twice: 0.4,
  told_late: 0.4,
  job_lost: 0.25,
  job_doubled: 0.3,
  skewed_clock: 1,
  published: 0.6,
} as const;

export type Fault = keyof typeof CEILINGS;
export const FAULTS = Object.keys(CEILINGS) as Fault[];

/** Each seed has a mix of its own: some faults never, some often. From `until` on nothing goes wrong any more. */
export class Faults {
  readonly counts = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>;
  readonly #rates: Record<Fault, number>;
  readonly #random: Random;
  readonly #clockwork: Clockwork;
  readonly #until: number;

  constructor(random: Random, clockwork: Clockwork, until: number) {
    this.#random = random;
    this.#clockwork = clockwork;
    this.#until = until;
    const rates = FAULTS.map((fault) => [fault, random.chance(0.25) ? 0 : random.next() * CEILINGS[fault]]);
    this.#rates = Object.fromEntries(rates) as Record<Fault, number>;
  }

  /** Whether it goes wrong this time. */
  strikes(fault: Fault): boolean {
    if (this.#clockwork.now >= this.#until || !this.#random.chance(this.#rates[fault])) return false;
    this.counts[fault]++;
    return true;
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }
}
