import { type Allowed, judgeAgain } from './judge.ts';
import type { Verdict } from './may-send.ts';
import type { SendPorts } from './send-ports.ts';

type Held = { id: number; fence: number };

/** Why a mail must not leave. Taken over: another sender has it now, and its result is the one that counts. */
export type Stop = Exclude<Verdict, { send: true }> | 'taken_over';

const FRESH_MS = 2000;
const RENEW_MS = 1500;
/** Longer than any attempt lasts. */
const STUCK_MS = 45_000;

/**
 * Knows how old the last look at a batch is. When it is older than 1.5 seconds, all mails that are still to go are
 * looked at again in one statement, which also renews their lease.
 */
export class Freshness {
  private readonly ports: SendPorts;
  private readonly workspaceId: number;
  private readonly waiting: Map<number, Allowed>;
  private readonly stopped = new Map<number, Stop>();
  private readonly each: boolean;
  private readonly lookedAt = new Map<number, number>();
  private checkedAt: number;
  private doneAt: number;
  private running: Promise<void> | undefined;
  private readonly asked = new Set<number>();
  private together: Promise<void> | undefined;
  private last: Promise<void> = Promise.resolve();

  /**
   * @param options.checkedAt the clock's `elapsed()` before the claiming transaction began
   * @param options.each look at (and mark) each mail directly before it leaves, together with those that leave at the
   * same time: for providers to whom it must not be given twice
   */
  constructor(
    ports: SendPorts,
    workspaceId: number,
    held: readonly Allowed[],
    options: { checkedAt: number; each: boolean },
  ) {
    this.ports = ports;
    this.workspaceId = workspaceId;
    this.waiting = new Map(held.map((one) => [one.due.id, one]));
    this.checkedAt = options.checkedAt;
    this.doneAt = ports.clock.elapsed();
    this.each = options.each;
  }

  /** To be awaited directly before the bytes leave. */
  async mayLeave(row: Held): Promise<boolean> {
    if (this.each) await this.lookAt(row);
    else if (this.ports.clock.elapsed() - this.checkedAt > RENEW_MS) await this.lookAtAll();
    while (!this.isFresh(row) && !this.stopped.has(row.id)) await (this.each ? this.lookAt(row) : this.lookAtAll());
    return !this.stopped.has(row.id);
  }

  /**
   * Looks at all mails that are under way or still to go, and holds them for longer.
   * @returns whether it did; not where none was done with for longer than any attempt may take
   */
  async renew(): Promise<boolean> {
    if (this.waiting.size === 0 || this.ports.clock.elapsed() - this.doneAt > STUCK_MS) return false;
    await this.lookAtAll();
    return true;
  }

  /** Whether the last look is young and had nothing against it: a look may come between `mayLeave` and the bytes. */
  isFresh(row: Held): boolean {
    if (this.stopped.has(row.id)) return false;
    return this.ports.clock.elapsed() - (this.lookedAt.get(row.id) ?? this.checkedAt) <= FRESH_MS;
  }

  /** Why `mayLeave` said no. */
  reason(row: Held): Stop | undefined {
    return this.stopped.get(row.id);
  }

  done(row: Held): void {
    this.doneAt = this.ports.clock.elapsed();
    this.waiting.delete(row.id);
  }

  /** Those who ask while a look is under way share the next one. */
  private async lookAt({ id }: Held): Promise<void> {
    this.asked.add(id);
    await this.together?.catch(() => undefined); // began before this was asked; its failure is told to others
    if (this.asked.has(id)) this.together = this.lookAtAsked();
    await this.together;
  }

  private async lookAtAsked(): Promise<void> {
    const since = this.ports.clock.elapsed();
    const ids = [...this.asked];
    this.asked.clear();
    await this.look(
      ids.flatMap((id) => this.waiting.get(id) ?? []),
      true,
    );
    for (const id of ids) this.lookedAt.set(id, since);
  }

  private lookAtAll(): Promise<void> {
    const look = async () => {
      const since = this.ports.clock.elapsed();
      await this.look([...this.waiting.values()], false);
      this.checkedAt = since;
    };
    this.running ??= look().finally(() => (this.running = undefined));
    return this.running;
  }

  /** One after the other: two that hold some of the same mails could wait for each other. */
  private look(rows: readonly Allowed[], mark: boolean): Promise<void> {
    this.last = this.last.catch(() => undefined).then(() => this.lookNow(rows, mark));
    return this.last;
  }

  private lookNow(rows: readonly Allowed[], mark: boolean): Promise<void> {
    return this.ports.inStore(this.workspaceId, async ({ sending }, here) => {
      const found = await sending.recheck(
        rows.map(({ due }) => due),
        mark,
      );
      for (const one of rows) {
        const check = found.get(one.due.id);
        const verdict = check ? judgeAgain(one, check, here) : 'taken_over';
        if (verdict === 'taken_over' || !('send' in verdict)) this.stopped.set(one.due.id, verdict);
      }
    });
  }
}
