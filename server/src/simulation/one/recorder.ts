import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Step } from '@tabiji/shared/engine/walk.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { MemoryDatabase, Row } from '../memory/database.ts';
import type { Written } from '../memory/transaction.ts';
import type { Happening } from '../past/happening.ts';
import type { Seen } from './watch.ts';

/** One thing that was committed, or told. */
export type Entry =
  | { kind: 'entered'; at: Millis; enrollment: Row<'enrollment'> }
  | { kind: 'fact'; at: Millis; happening: Happening; facts: readonly Fact[] }
  | { kind: 'pass'; at: Millis; enrollmentId: number; steps: readonly Step[] }
  | { kind: 'held'; at: Millis; mail: Row<'outbox'>; why: string; until: Millis | null }
  | { kind: 'mail'; at: Millis; message: Row<'message'> }
  | { kind: 'ended'; at: Millis; enrollment: Row<'enrollment'> };

/** Writes down what a world commits, in its order, and what its nodes were asked. */
export class Recorder {
  readonly entries: Entry[] = [];
  /** By enrollment, in order. */
  readonly seen = new Map<number, Seen[]>();

  readonly tell = (seen: Seen): void => {
    const { id } = seen.turn.enrollment;
    const list = this.seen.get(id);
    if (list) list.push(seen);
    else this.seen.set(id, [seen]);
  };

  listenTo(db: MemoryDatabase): void {
    db.onCommit.push((written) => {
      for (const what of ['enter', 'send', 'hold', 'pass', 'end'] as const)
        for (const one of written) this.entries.push(...READ[what](db, one));
    });
  }

  told(at: Millis, happening: Happening, facts: readonly Fact[]): void {
    this.entries.push({ kind: 'fact', at, happening, facts });
  }
}

type Read = (db: MemoryDatabase, one: Written) => Entry[];

const from = <R extends object>(table: unknown, one: Written) =>
  one.table === table ? { before: one.before as R | undefined, after: one.after as R | null } : undefined;

const READ: Record<'enter' | 'send' | 'hold' | 'pass' | 'end', Read> = {
  enter(db, one) {
    const row = from<Row<'enrollment'>>(db.enrollment, one);
    if (!row?.after || row.before) return [];
    return [{ kind: 'entered', at: row.after.entered_at.getTime(), enrollment: row.after }];
  },
  send(db, one) {
    const row = from<Row<'message'>>(db.message, one);
    return row?.after && row.after.enrollment_id !== 0 && db.enrollment.committed.has(row.after.enrollment_id)
      ? [{ kind: 'mail', at: row.after.at.getTime(), message: row.after }]
      : [];
  },
  hold(db, one) {
    const row = from<Row<'outbox'>>(db.outbox, one);
    const last = row?.after?.holds?.at(-1);
    if (!row?.after || !last || row.after.holds!.length === (row.before?.holds?.length ?? 0)) return [];
    const [since, why, until] = last;
    return [
      { kind: 'held', at: Date.parse(since), mail: row.after, why, until: until === null ? null : Date.parse(until) },
    ];
  },
  pass(db, one) {
    const row = from<Row<'diary'>>(db.diary, one);
    if (!row?.after) return [];
    const { enrollment_id: enrollmentId, at, steps } = row.after;
    return [{ kind: 'pass', at: at.getTime(), enrollmentId, steps }];
  },
  end(db, one) {
    const row = from<Row<'enrollment'>>(db.enrollment, one);
    if (!row?.after?.ended_at || row.before?.ended_at) return [];
    return [{ kind: 'ended', at: row.after.ended_at.getTime(), enrollment: row.after }];
  },
};
