import type { Segments, Setup, Timers } from '../../engine/store/setup.ts';
import type { AtOnce, Session } from './store.ts';

export const setupIn = ({ db, trx }: Session): AtOnce<Setup> => {
  const revision = () => trx.find(db.setup_revision, () => true)[0]?.revision ?? 0;
  return {
    versions: (wanted) =>
      wanted.flatMap(({ journey, version }) => {
        const row = trx.get(db.journey_version, `${journey}.${version}`);
        const name = trx.get(db.journey, journey)?.name;
        return row && name !== undefined ? [{ ...row, name }] : [];
      }),
    live: () =>
      trx
        .find(db.journey, ({ status, version }) => status === 'live' && version !== null)
        .map(({ id, version }) => ({ journey: id, version: version! })),
    travelled: () =>
      trx
        .find(db.journey_version, (row) => row.travelled)
        .map((row) => ({ journey: row.journey_id, version: row.version })),
    hold() {
      trx.share(db.setup);
      return revision();
    },
    revision,
    frozen: (journeys) =>
      new Map(
        trx
          .find(db.journey, ({ id, status }) => journeys.includes(id) && status !== 'live')
          .map((row) => [row.id, row.status]),
      ),
    conditions: () => trx.find(db.segment, () => true).map(({ id, key, condition }) => ({ id, key, condition })),
  };
};

export const segmentsIn = ({ db, trx }: Session): AtOnce<Segments> => ({
  add(at, members) {
    for (const { customerId, segmentId } of members)
      trx.tryInsert(db.segment_member, { customer_id: customerId, segment_id: segmentId, since: new Date(at) });
  },
  remove(members) {
    for (const { customerId, segmentId } of members) {
      const row = trx.get(db.segment_member, `${customerId}.${segmentId}`);
      if (row) trx.delete(db.segment_member, row);
    }
  },
});

export const timersIn = ({ db: { timer }, trx }: Session): AtOnce<Timers> => ({
  write(timers) {
    for (const { kind, ref, customerId, at, passed, key = null } of timers) {
      const row = trx.get(timer, `${kind}.${ref}.${customerId}`);
      if (at === null) {
        if (row && row.at.getTime() !== passed) trx.delete(timer, row);
      } else if (!row) trx.tryInsert(timer, { kind, ref, customer_id: customerId, at: new Date(at), key, cursor: 0 });
      else if (row.at.getTime() !== at) trx.update(timer, row, { at: new Date(at), key });
    }
  },
  due: (now, limit) =>
    trx
      .find(timer, ({ at }) => at.getTime() <= now)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .slice(0, limit),
  take(now, customers) {
    const due = trx.find(timer, (row) => row.at.getTime() <= now && customers.includes(row.customer_id));
    for (const row of due) trx.delete(timer, row);
    return due.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  },
  lockSchedule(now, ref) {
    const row = trx.get(timer, `schedule.${ref}.0`);
    if (!row || row.at.getTime() > now || !trx.isFree(timer, `schedule.${ref}.0`)) return undefined;
    trx.lock(timer, `schedule.${ref}.0`);
    return row;
  },
  moveSchedule(ref, { at, cursor }) {
    const row = trx.get(timer, `schedule.${ref}.0`);
    if (!row) return;
    if (at === null) trx.delete(timer, row);
    else trx.update(timer, row, { at: new Date(at), cursor });
  },
  nextAt() {
    const planned = trx.find(timer, () => true).map(({ at }) => at.getTime());
    return planned.length === 0 ? null : Math.min(...planned);
  },
});
