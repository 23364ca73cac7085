import type { Letters, Sending } from '@tabiji/server/engine/store/letters.ts';
import { LEASE_MS, type Due } from '@tabiji/server/messages/claim.sql.ts';
import type { Row } from './database.ts';
import type { AtOnce, Session } from './store.ts';

type Outbox = Row<'outbox'>;
type Message = Row<'message'>;
const LONG_AGO = new Date(-8_640_000_000_000_000);
const byRetry = (a: Outbox, b: Outbox) => a.retry_at.getTime() - b.retry_at.getTime() || a.id - b.id;

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
        attempts: 0,
        fence: 0,
        retry_at: LONG_AGO,
        lease_until: null,
        first_attempt_at: null,
        status: 'queued',
        pinned: null,
        batch: null,
        error: null,
      });
  },
  cancel({ enrollments, now, because }) {
    const { db, trx } = session;
    const gone = trx.find(db.outbox, (row) => enrollments.includes(row.enrollment_id) && row.status === 'queued');
    for (const row of gone) trx.delete(db.outbox, row);
    for (const row of gone) {
      const state = row.first_attempt_at === null ? 'cancelled' : 'unknown';
      archive(session, row, { state, because, provider: '', at: now });
    }
  },
});

export function sendingIn(session: Session): AtOnce<Sending> {
  const { db, trx, here } = session;
  const isDue = (row: Outbox) =>
    row.retry_at.getTime() <= here.realNow && (row.lease_until?.getTime() ?? 0) <= here.realNow;
  const dueFree = (limit: number, alsoFree: (row: Outbox) => boolean = () => true) =>
    trx
      .find(db.outbox, isDue)
      .toSorted(byRetry)
      .filter((row) => trx.isFree(db.outbox, row.id) && alsoFree(row))
      .slice(0, limit);
  const held = ({ id, fence }: { id: number; fence: number }) => {
    const row = trx.get(db.outbox, id);
    if (!row || row.fence !== fence) return undefined;
    trx.lock(db.outbox, id);
    return row;
  };
  const lease = { lease_until: new Date(here.realNow + LEASE_MS) };
  return {
    lockDue: (limit) =>
      dueFree(limit, (row) => trx.isFree(db.enrollment, row.enrollment_id)).map((row) => {
        trx.lock(db.outbox, row.id);
        trx.lock(db.enrollment, row.enrollment_id);
        return dueOf(session, row);
      }),
    claimDue({ limit, mark }) {
      const due = dueFree(limit);
      const fresh = due.filter(({ batch }) => batch === null).map(({ id }) => id);
      const batch = Math.min(...fresh);
      return due
        .map((row) => {
          trx.update(db.outbox, row, {
            ...lease,
            status: 'sending',
            batch: row.batch ?? batch,
            fence: row.fence + 1,
            attempts: row.attempts + 1,
            first_attempt_at: mark ? (row.first_attempt_at ?? new Date(here.realNow)) : row.first_attempt_at,
          });
          return {
            ...dueOf(session, trx.get(db.outbox, row.id)!),
            firstAttemptAt: row.first_attempt_at,
            ...(row.batch === null ? { batch: { id: batch, mails: fresh.length } } : {}),
          };
        })
        .toSorted((a, b) => a.id - b.id);
    },
    pin(rows) {
      for (const { id, pinned } of rows) {
        const row = trx.get(db.outbox, id);
        if (row) trx.update(db.outbox, row, { pinned });
      }
    },
    recheck(rows, mark) {
      const checks = new Map<number, Due['check']>();
      for (const one of rows) {
        const row = held(one);
        if (!row) continue;
        const first = mark ? (row.first_attempt_at ?? new Date(here.realNow)) : row.first_attempt_at;
        trx.update(db.outbox, row, { ...lease, first_attempt_at: first });
        checks.set(row.id, dueOf(session, row).check);
      }
      return checks;
    },
    archive(results) {
      for (const id of results.map(({ enrollmentId }) => enrollmentId).toSorted((a, b) => a - b))
        if (trx.get(db.enrollment, id)) trx.lock(db.enrollment, id);
      const gone = results.flatMap((result) => {
        const row = held(result);
        return row ? [{ row, result }] : [];
      });
      for (const { row, result } of gone) {
        trx.delete(db.outbox, row);
        const { state, subject, providerId, because } = result;
        archive(session, row, { state, subject, provider_id: providerId, because });
        if (state === 'sent') count(session, row);
      }
      return gone.map(({ row }) => ({ enrollmentId: row.enrollment_id, visit: row.visit }));
    },
    archiveUnwritten(limit) {
      const gone = dueFree(limit, (row) => trx.isFree(db.enrollment, row.enrollment_id));
      for (const row of gone) {
        trx.lock(db.enrollment, row.enrollment_id);
        trx.delete(db.outbox, row);
        const { waiting, journeyLive } = dueOf(session, row).check;
        const because = !waiting ? 'left_journey' : journeyLive ? null : 'journey_stopped';
        const state = !waiting ? 'cancelled' : journeyLive ? 'sent' : 'skipped';
        archive(session, row, { state, because });
        if (state === 'sent') count(session, row);
      }
      return gone.map(({ enrollment_id, visit }) => ({ enrollmentId: enrollment_id, visit }));
    },
    putBack(rows) {
      for (const one of rows) {
        const row = held(one);
        if (!row) continue;
        trx.update(db.outbox, row, {
          status: 'queued',
          lease_until: null,
          error: one.because,
          retry_at: new Date(here.realNow + Math.round(one.afterMs)),
          attempts: row.attempts - (one.untried ? 1 : 0),
          first_attempt_at: one.uncertain ? row.first_attempt_at : null,
        });
      }
    },
    templates: (ids) =>
      new Map(
        trx
          .find(db.template_version, ({ id }) => ids.includes(id))
          .map(({ id, hash, subject, html }) => [id, { hash, subject, html }]),
      ),
    keep(letters) {
      for (const one of letters)
        trx.insert(db.letter, {
          id: one.id,
          customer_id: one.customerId,
          journey_id: one.journeyId,
          at: new Date(here.now),
          key: one.key,
          template: one.template,
          recipient: one.to,
          sender: `${one.from.name} <${one.from.address}>`,
          subject: one.subject,
          html: one.html.text,
          plain: one.text,
          headers: { ...one.headers },
        });
    },
  };
}

function dueOf({ db, trx, here }: Session, row: Outbox): Due {
  const customer = trx.get(db.customer, row.customer_id)!;
  const enrollment = trx.get(db.enrollment, row.enrollment_id)!;
  const journey = trx.get(db.journey, row.journey_id)!;
  return {
    id: row.id,
    fence: row.fence,
    attempts: row.attempts,
    firstAttemptAt: row.first_attempt_at,
    customerId: row.customer_id,
    enrollmentId: row.enrollment_id,
    visit: row.visit,
    journeyId: row.journey_id,
    version: row.version,
    node: row.node,
    template: row.template,
    templateVersion: row.template_version,
    key: row.key,
    pinned: row.pinned as Due['pinned'],
    check: {
      waiting: enrollment.visit === row.visit && enrollment.ended_at === null && enrollment.error === null,
      journeyLive: journey.status === 'live',
      merged: customer.merged_into !== null,
      email: customer.email,
    },
    customer,
    journeyName: journey.name,
    workspaceName: here.sender.name,
  };
}

function archive({ db, trx, here }: Session, row: Outbox, what: { at?: number } & Partial<Omit<Message, 'at'>>): void {
  const { at = here.now, ...more } = what;
  trx.insert(db.message, {
    row: ++db.numbers.hidden,
    id: row.id,
    customer_id: row.customer_id,
    enrollment_id: row.enrollment_id,
    journey_id: row.journey_id,
    version: row.version,
    at: new Date(at),
    received_at: new Date(here.realNow),
    state: 'sent',
    node: row.node,
    template: row.template,
    template_version: row.template_version,
    key: row.key,
    provider: here.provider,
    subject: null,
    provider_id: null,
    because: null,
    ...more,
  });
}

const count = ({ db, trx }: Session, row: Outbox): void =>
  trx.insert(db.journey_delta, {
    id: ++db.numbers.hidden,
    journey_id: row.journey_id,
    version: row.version,
    kind: 'sent',
    node: row.node,
    name: row.template,
    n: 1,
  });
