import type { CohortCounts } from '@tabiji/shared/api/cohort.ts';
import { localDate, type Millis } from '@tabiji/shared/time.ts';
import type { MemoryDatabase } from '../memory/database.ts';

/** Sums of people, mails and ways, filled world by world. */
export class Counting {
  readonly counts: CohortCounts = {
    entered: 0,
    refused: {},
    ended: {},
    inside: 0,
    exits: {},
    nodes: {},
    edges: {},
    mails: { sent: 0, skipped: 0, capped: 0, heldAtNight: 0 },
    perDay: [],
    parked: 0,
  };
  readonly #days = new Map<string, { sent: number; estimated: number }>();
  readonly #zone: string;
  readonly #knownUntil: Millis;

  constructor(zone: string, knownUntil: Millis) {
    this.#zone = zone;
    this.#knownUntil = knownUntil;
  }

  /** Adds what happened in the world of one customer. */
  add({ enrollment, refusal, diary, message, outbox }: MemoryDatabase): void {
    const { counts } = this;
    for (const { because } of refusal.committed.values()) counts.refused[because] = (counts.refused[because] ?? 0) + 1;
    for (const row of enrollment.committed.values()) {
      counts.entered++;
      this.#node(row.node).waiting += row.ended_at ? 0 : 1;
      if (row.error !== null) counts.parked++;
      if (!row.ended_at) counts.inside++;
      else {
        counts.ended[row.exit_reason ?? ''] = (counts.ended[row.exit_reason ?? ''] ?? 0) + 1;
        counts.exits[row.node] = (counts.exits[row.node] ?? 0) + 1;
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
    return (this.counts.nodes[id] ??= { entered: 0, estimated: 0, waiting: 0 });
  }

  #left(node: string, port: string, isEstimated: boolean): void {
    const edge = ((this.counts.edges[node] ??= {})[port] ??= { people: 0, estimated: 0 });
    const seen = this.#node(node);
    edge.people++;
    seen.entered++;
    if (!isEstimated) return;
    edge.estimated++;
    seen.estimated++;
  }

  #mail({ state, at, holds }: { state: string; at: Date; holds: readonly (readonly unknown[])[] | null }): void {
    this.#held(holds);
    if (state === 'skipped' || state === 'failed') this.counts.mails.skipped++;
    if (state !== 'sent') return;
    this.counts.mails.sent++;
    const date = localDate(at.getTime(), this.#zone);
    const day = this.#days.get(date) ?? { sent: 0, estimated: 0 };
    this.#days.set(date, day);
    day.sent++;
    if (at.getTime() > this.#knownUntil) day.estimated++;
  }

  #held(holds: readonly (readonly unknown[])[] | null): void {
    if (holds?.some(([, why]) => why === 'cap')) this.counts.mails.capped++;
    if (holds?.some(([, why]) => why === 'quiet_hours' || why === 'send_window')) this.counts.mails.heldAtNight++;
  }

  /** The counts so far; those of a sample times what it stands for. */
  read(factor: number): CohortCounts {
    const perDay = [...this.#days]
      .map(([date, day]) => ({ date, ...day }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const counts = { ...this.counts, perDay };
    return factor === 1 ? counts : scaled(counts, factor);
  }
}

const scaled = <T>(value: T, factor: number): T =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Math.round(part * factor) : part)),
  ) as T;
