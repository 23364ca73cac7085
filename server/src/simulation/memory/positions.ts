import type { Diary, Positions } from '../../engine/store/positions.ts';
import type { EntryHistory } from '../../engine/enroll.ts';
import { keyInside } from '../../engine/entry-key.ts';
import { HELD_OUT } from '../../engine/holdout.ts';
import { today } from '../../engine/today.ts';
import { shardOf } from '../../engine/shards.ts';
import type { Row } from './database.ts';
import type { AtOnce, Session } from './store.ts';

const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
const dateOf = (at: number | null) => (at === null ? null : new Date(at));
const parsed = <T>(text: string | null) => (text === null ? null : (JSON.parse(text) as T));
type Enrollment = Row<'enrollment'>;

export function positionsIn({ db: { enrollment, entry, journey, refusal }, trx, here }: Session): AtOnce<Positions> {
  const find = (test: (row: Enrollment) => boolean) => trx.find(enrollment, test);
  return {
    claimDue({ shards, now, limit }) {
      const due = find((row) => row.due_at !== null && row.due_at.getTime() <= now && shards.includes(row.shard));
      const free = due
        .toSorted((a, b) => a.due_at!.getTime() - b.due_at!.getTime())
        .filter((row) => trx.isFree(enrollment, row.id))
        .slice(0, limit);
      for (const { id } of free) trx.lock(enrollment, id);
      return free.map((row) => ({
        ...row,
        due_at: row.due_at!,
        asleep: row.intent !== null,
        intent: row.port === null ? row.intent : null,
        stale: row.held_due !== null,
      }));
    },
    shelve(ids) {
      for (const row of find(({ id }) => ids.includes(id)))
        if (trx.get(journey, row.journey_id)?.status === 'paused')
          trx.update(enrollment, row, { held_due: row.held_due ?? row.due_at, due_at: null });
    },
    leave(ids, until) {
      for (const row of find(({ id }) => ids.includes(id))) trx.update(enrollment, row, { due_at: new Date(until) });
    },
    park(id, error) {
      for (const row of find((one) => one.id === id && one.ended_at === null))
        trx.update(enrollment, row, { due_at: null, error: error.slice(0, 2000) });
    },
    write(moved) {
      const rows = moved.map((one) => ({ one, row: trx.get(enrollment, one.id) }));
      for (const { one } of rows) trx.lock(enrollment, one.id);
      const there = rows.filter(({ one, row }) => row?.visit === one.visit && row.ended_at === null);
      if (there.length !== moved.length)
        throw new Error(`${moved.length} passes, but ${there.length} enrollments were where they had been claimed`);
      for (const { one, row } of there)
        trx.update(enrollment, row!, {
          visit: one.visit + 1,
          node: one.node,
          port: one.port,
          due_at: dateOf(one.dueAt),
          listens: one.listens,
          intent: parsed(one.intent),
          left_nodes: parsed(one.left),
          memory: parsed(one.memory),
          ended_at: dateOf(one.endedAt),
          exit_reason: one.exitReason,
          error: one.error,
        });
    },
    nextDueAt() {
      const due = find((row) => row.due_at !== null).map((row) => row.due_at!.getTime());
      return due.length === 0 ? null : Math.min(...due);
    },
    activeOf: (customers) =>
      find((row) => customers.includes(row.customer_id) && row.ended_at === null).map((row) => ({
        ...row,
        asleep: row.intent !== null && !row.listens && row.error === null,
        until: row.due_at ?? row.held_due,
      })),
    end(ended) {
      const reasons = new Map(ended.map(({ id, reason }) => [id, reason]));
      const locked = find((row) => reasons.has(row.id)).toSorted(byId);
      for (const { id } of locked) trx.lock(enrollment, id);
      const under = locked.filter((row) => row.ended_at === null);
      for (const row of under)
        trx.update(enrollment, row, {
          visit: row.visit + 1,
          due_at: null,
          port: null,
          intent: null,
          listens: false,
          held_due: null,
          error: null,
          ended_at: new Date(here.now),
          exit_reason: reasons.get(row.id) ?? null,
        });
      return under.map(({ id, visit, node }) => ({ id, visit, node }));
    },
    resume(results) {
      for (const result of results.toSorted((a, b) => a.enrollmentId - b.enrollmentId)) {
        const row = trx.get(enrollment, result.enrollmentId);
        if (!row || row.visit !== result.visit) continue;
        trx.lock(enrollment, row.id);
        if (row.ended_at === null && row.due_at === null && row.error === null)
          trx.update(enrollment, row, { due_at: new Date(result.at), port: result.port });
      }
    },
    wake(heard) {
      for (const one of heard.toSorted((a, b) => a.enrollmentId - b.enrollmentId)) {
        const row = trx.get(enrollment, one.enrollmentId);
        if (!row) continue;
        trx.lock(enrollment, row.id);
        if (row.visit === one.visit && row.listens && row.ended_at === null)
          trx.update(enrollment, row, {
            due_at: new Date(one.at),
            port: one.port,
            listens: false,
            intent: null,
            held_due: null,
          });
      }
    },
    move(planned) {
      const ids = new Set(planned.map(({ id }) => id));
      for (const { id } of find((row) => ids.has(row.id)).toSorted(byId)) trx.lock(enrollment, id);
      return planned.flatMap(({ id, visit, until, port, intent }) => {
        const row = trx.get(enrollment, id);
        if (row?.visit !== visit || row.error !== null || row.ended_at !== null) return [];
        const [due_at, held_due] = row.due_at === null ? [null, new Date(until)] : [new Date(until), null];
        trx.update(enrollment, row, { visit: visit + 1, port, intent, due_at, held_due });
        return [id];
      });
    },
    findEntries(doors, asked) {
      const wanted = new Set(doors.map(({ customerId, version }) => `${customerId}.${version.journeyId}`));
      const history = new Map<string, EntryHistory>();
      for (const { customer_id, journey_id, enrollment_id, entry_key } of trx.find(entry, (one) =>
        wanted.has(`${one.customer_id}.${one.journey_id}`),
      )) {
        const row = trx.get(enrollment, enrollment_id);
        if (!row) continue;
        const door = `${customer_id}.${journey_id}.${keyInside(entry_key)}`;
        const before = history.get(door);
        history.set(door, {
          active: (before?.active ?? false) || row.ended_at === null,
          lastEnteredAt: Math.max(before?.lastEnteredAt ?? row.entered_at.getTime(), row.entered_at.getTime()),
          lastArrival: Math.max(before?.lastArrival ?? 0, row.entered_arrival),
          used: new Set([...(before?.used ?? []), ...(asked.includes(entry_key) ? [entry_key] : [])]),
        });
      }
      return history;
    },
    refuse(refusals) {
      for (const { customerId, journeyId, because, at, detail } of refusals) {
        const row = { customer_id: customerId, journey_id: journeyId, because, detail, at: new Date(at) };
        const known = trx.get(refusal, `${customerId}.${journeyId}.${because}`);
        if (known) trx.update(refusal, known, { ...row, times: known.times + 1 });
        else trx.insert(refusal, { ...row, times: 1 });
      }
    },
    insert(ids, entries) {
      entries.forEach((one, i) => {
        const door = { customer_id: one.customerId, journey_id: one.journeyId };
        trx.insert(entry, { ...door, enrollment_id: ids[i]!, entry_key: one.entryKey });
        trx.insert(enrollment, {
          ...door,
          id: ids[i]!,
          due_at: one.heldOut ? null : new Date(here.now),
          entered_at: new Date(one.moment.at),
          entered_arrival: one.moment.arrival,
          ended_at: one.heldOut ? new Date(here.now) : null,
          version: one.version,
          visit: one.heldOut ? 1 : 0,
          shard: shardOf(one.customerId),
          node: one.node,
          port: null,
          exit_reason: one.heldOut ? HELD_OUT : null,
          error: null,
          intent: null,
          listens: false,
          memory: null,
          held_due: null,
          entered_by: one.by,
          left_nodes: null,
        });
      });
    },
  };
}

export const diaryIn = ({ db, trx, here }: Session): AtOnce<Diary> => ({
  write(receivedAt, entries) {
    for (const { enrollmentId, visit, at, steps } of entries)
      trx.insert(db.diary, {
        id: ++db.numbers.hidden,
        enrollment_id: enrollmentId,
        visit,
        at: new Date(at),
        received_at: new Date(receivedAt),
        steps: JSON.parse(steps) as Row<'diary'>['steps'],
      });
  },
  count(sums) {
    for (const { journey, ...sum } of sums)
      trx.insert(db.journey_delta, { id: ++db.numbers.hidden, journey_id: journey, day: today(here), ...sum });
  },
});
