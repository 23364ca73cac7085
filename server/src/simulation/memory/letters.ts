import type { Letters } from '../../engine/store/letters.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import { archive, count, FOREVER, LONG_AGO } from './mail-rows.ts';
import type { AtOnce, Session } from './store.ts';

const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;

export const lettersIn = (session: Session): AtOnce<Letters> => ({
  ask(asked) {
    const { db, trx } = session;
    for (const one of asked)
      trx.insert(db.outbox, {
        id: ++db.numbers.row,
        customer_id: one.customerId,
        enrollment_id: one.enrollmentId,
        journey_id: one.journeyId,
        version: one.version,
        visit: one.visit,
        node: one.node,
        template: one.template,
        template_version: one.templateVersion,
        asked_at: new Date(one.askedAt),
        key: one.key,
        priority: one.priority,
        topic: one.topic,
        sender: one.sender,
        stale: one.stale,
        hold_until: null,
        counted: null,
        holds: null,
        attempts: 0,
        fence: 0,
        retry_at: LONG_AGO,
        lease_until: null,
        first_attempt_at: null,
        status: 'queued',
        pinned: null,
        batch: null,
        alone: false,
        error: null,
        line: null,
        line_rank: null,
      });
  },
  nextHeldAt() {
    const { db, trx, here } = session;
    if (here.stopped) return null;
    const held = trx.find(db.outbox, ({ hold_until }) => hold_until !== null && hold_until < FOREVER);
    return held.length === 0 ? null : Math.min(...held.map(({ hold_until }) => hold_until!.getTime()));
  },
  cancel({ enrollments, now, because }) {
    const { db, trx } = session;
    const gone = trx.find(
      db.outbox,
      (row) => enrollments.includes(row.enrollment_id) && (row.status === 'queued' || row.status === 'held'),
    );
    for (const row of gone) trx.delete(db.outbox, row);
    for (const row of gone) {
      const state = row.first_attempt_at === null ? 'cancelled' : 'unknown';
      archive(session, row, { state, because, provider: '', at: now, sender: row.sender });
    }
  },
  countGoals(enrollments) {
    const { db, trx } = session;
    const ended = new Map(
      trx.find(db.enrollment, ({ id }) => enrollments.includes(id)).map((row) => [row.id, row.ended_at]),
    );
    const sent = trx.find(db.message, ({ state, at, enrollment_id: id }) => {
      const end = ended.get(id);
      return state === 'sent' && end !== undefined && end !== null && at <= end;
    });
    const last = new Map(sent.toSorted(byId).map((row) => [`${row.enrollment_id}.${row.node}`, row]));
    for (const row of last.values()) count(session, row, 'goal', row.template);
  },
  countClicks(clicks) {
    const { db, trx } = session;
    for (const { customer, journey, node, at, arrival } of clicks) {
      const before = trx.find(
        db.message,
        (row) =>
          row.customer_id === customer &&
          row.journey_id === journey &&
          row.node === node &&
          row.state === 'sent' &&
          row.at.getTime() <= at,
      );
      const mail = before.toSorted((a, b) => a.at.getTime() - b.at.getTime() || byId(a, b)).at(-1);
      const isAgain = trx
        .find(db.event, (one) => one.customer_id === customer && one.name === MESSAGE_EVENTS.clicked)
        .some(
          (one) =>
            mail !== undefined &&
            one.at >= mail.at &&
            one.id < arrival &&
            one.properties['journey'] === journey &&
            one.properties['node'] === node,
        );
      if (mail && !isAgain) count(session, mail, 'clicked', mail.template);
    }
  },
});
