import type { MemoryDatabase, Row } from '@tabiji/server/simulation/memory/database.ts';
import { KINDS, type Kind, type Workers } from './workers.ts';
import { allOf } from '@tabiji/server/messages/pace/line.ts';
import type { World } from './world.ts';

const LONGEST_MS = 60_000;

/** When a letter may be taken up, for the first time or again. */
export function letterDue(db: MemoryDatabase, { retry_at, lease_until, hold_until, line }: Row<'outbox'>): number {
  if (hold_until) return hold_until.getTime();
  const opensAt = (of: string) => db.send_bucket.committed.get(of)?.opens_at.getTime() ?? 0;
  const turn = line === null ? retry_at.getTime() : Math.max(opensAt(line), opensAt(allOf(line)));
  return Math.max(turn, lease_until?.getTime() ?? 0);
}

/** When the next row of each kind is due. */
export function nextDue(db: MemoryDatabase): Record<Kind, number> {
  const due = { advance: Infinity, send: Infinity, timers: Infinity };
  for (const { due_at } of db.enrollment.committed.values())
    if (due_at) due.advance = Math.min(due.advance, due_at.getTime());
  for (const row of db.outbox.committed.values()) due.send = Math.min(due.send, letterDue(db, row));
  for (const { waits_until } of db.provider_trouble.committed.values())
    due.send = Math.max(due.send, waits_until.getTime());
  for (const { at } of db.timer.committed.values()) due.timers = Math.min(due.timers, at.getTime());
  return due;
}

/**
 * The queue, whose jobs may be lost or come twice: every commit rings, and what stays due is looked at again, at the
 * latest after a minute.
 */
export class Doorbell {
  readonly #world: World;
  readonly #workers: Workers;
  readonly #planned = new Map<Kind, number>();
  readonly #patience = new Map<Kind, number>();

  constructor(world: World, workers: Workers) {
    this.#world = world;
    this.#workers = workers;
    world.db.onCommit.push(() => {
      this.#patience.clear();
      this.#look(0);
    });
  }

  #look(least: number): void {
    const due = nextDue(this.#world.db);
    for (const kind of KINDS) if (due[kind] !== Infinity) this.#plan(kind, due[kind], least);
  }

  #plan(kind: Kind, due: number, least: number): void {
    const { clockwork, random } = this.#world;
    const at = Math.max(due, clockwork.now + least);
    if ((this.#planned.get(kind) ?? Infinity) <= at) return;
    this.#planned.set(kind, at);
    clockwork.after(at - clockwork.now + random.int(0, 30), () => {
      if (this.#planned.get(kind) !== at) return false;
      this.#planned.delete(kind);
      return this.#ring(kind);
    });
  }

  #ring(kind: Kind): boolean {
    const { clockwork, db, faults } = this.#world;
    const due = nextDue(db)[kind];
    if (due === Infinity) return false;
    if (due > clockwork.now) {
      this.#plan(kind, due, 0);
      return false;
    }
    const patience = Math.min(LONGEST_MS, (this.#patience.get(kind) ?? 125) * 2);
    this.#patience.set(kind, patience);
    this.#plan(kind, due, patience);
    if (faults.strikes('job_lost')) return false;
    this.#workers.run(kind);
    if (faults.strikes('job_doubled')) this.#workers.run(kind);
    return true;
  }
}
