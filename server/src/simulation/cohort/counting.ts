import { localDate, type Millis } from '@tabiji/shared/time.ts';
import type { MemoryDatabase } from '../memory/database.ts';
import { noSums, type Sums } from './sums.ts';

/** Counts people, mails and ways, world by world. */
export class Counting {
  readonly sums: Sums = noSums();
  readonly #zone: string;
  readonly #knownUntil: Millis;

  /** @param knownUntil what happens behind it is estimated */
  constructor(zone: string, knownUntil: Millis) {
    this.#zone = zone;
    this.#knownUntil = knownUntil;
  }

  /** Adds what happened in the world of one customer. */
  add({ enrollment, refusal, diary, message, outbox }: MemoryDatabase): void {
    const { sums } = this;
    for (const { because } of refusal.committed.values()) one(sums.refused, because);
    for (const row of enrollment.committed.values()) {
      sums.entered++;
      this.#node(row.node).waiting += row.ended_at ? 0 : 1;
      if (row.error !== null) sums.parked++;
      if (!row.ended_at) sums.inside++;
      else {
        one(sums.ended, row.exit_reason ?? '');
        one(sums.exits, row.node);
      }
    }
    for (const { at, steps } of diary.committed.values())
      for (const [node, outcome, port] of steps) {
        if (outcome === 'leave') this.#left(node, port ?? '', at.getTime() > this.#knownUntil);
      }
    for (const row of message.committed.values()) if (enrollment.committed.has(row.enrollment_id)) this.#mail(row);
    for (const { holds } of outbox.committed.values()) this.#held(holds);
  }

  #node(id: string) {
    return (this.sums.nodes[id] ??= { entered: 0, estimated: 0, waiting: 0 });
  }

  #left(node: string, port: string, isEstimated: boolean): void {
    const edge = ((this.sums.edges[node] ??= {})[port] ??= { people: 0, estimated: 0 });
    const seen = this.#node(node);
    edge.people++;
    seen.entered++;
    if (!isEstimated) return;
    edge.estimated++;
    seen.estimated++;
  }

  #mail({ state, at, holds, template }: Mail): void {
    const { mails, letters, perDay } = this.sums;
    this.#held(holds);
    if (state === 'skipped' || state === 'failed') mails.skipped++;
    if (state !== 'sent') return;
    mails.sent++;
    one(letters, template);
    const day = (perDay[localDate(at.getTime(), this.#zone)] ??= { sent: 0, estimated: 0 });
    day.sent++;
    if (at.getTime() > this.#knownUntil) day.estimated++;
  }

  #held(holds: Mail['holds']): void {
    const { mails } = this.sums;
    if (holds?.some(([, why]) => why === 'cap')) mails.capped++;
    if (holds?.some(([, why]) => why === 'quiet_hours' || why === 'send_window')) mails.heldAtNight++;
  }
}

interface Mail {
  state: string;
  at: Date;
  template: string;
  holds: readonly (readonly unknown[])[] | null;
}

function one(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
