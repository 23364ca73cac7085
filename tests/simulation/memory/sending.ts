import type { Letters, Sending } from '@tabiji/server/engine/store/letters.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import { LEASE_MS, type Due } from '@tabiji/server/messages/claim.sql.ts';
import type { Row } from './database.ts';
import type { AtOnce, Session } from './store.ts';

type Outbox = Row<'outbox'>;
type Message = Row<'message'>;
const LONG_AGO = new Date(-8_640_000_000_000_000);
const FOREVER = new Date(8_640_000_000_000_000);
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
        priority: one.priority,
        topic: one.topic,
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
        error: null,
      });
  },
  nextHeldAt() {
    const { db, trx } = session;
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
    release(limit) {
      const due = trx.find(db.outbox, ({ hold_until }) => hold_until !== null && hold_until.getTime() <= here.now);
      const free = due.filter(({ id }) => trx.isFree(db.outbox, id));
      for (const row of free.toSorted((a, b) => a.hold_until!.getTime() - b.hold_until!.getTime()).slice(0, limit))
        trx.update(db.outbox, row, { status: 'queued', hold_until: null, retry_at: LONG_AGO });
    },
    hold(rows) {
      for (const one of rows) {
        const row = held(one);
        if (!row) continue;
        const goesOn = one.why === 'paused' && trx.get(db.journey, row.journey_id)?.status !== 'paused';
        const until = one.until === null ? FOREVER : new Date(one.until);
        trx.update(db.outbox, row, {
          status: 'held',
          lease_until: null,
          retry_at: FOREVER,
          error: null,
          hold_until: goesOn ? new Date(here.now) : until,
          attempts: row.attempts - (one.claimed ? 1 : 0),
          ...(one.uncertain ? {} : { first_attempt_at: null, pinned: null, batch: null }),
          holds: [
            ...(row.holds ?? []),
            [new Date(here.now).toISOString(), one.why, one.until === null ? null : new Date(one.until).toISOString()],
          ],
        });
      }
    },
    lockLedgers(customers) {
      const days = new Map<number, Day[]>();
      for (const id of [...new Set(customers)].toSorted((a, b) => a - b)) {
        trx.tryInsert(db.ledger, { customer_id: id, days: [] });
        trx.lock(db.ledger, id);
        days.set(id, trx.get(db.ledger, id)!.days);
      }
      return days;
    },
    writeLedgers(ledgers, places) {
      if (places.length === 0) return;
      for (const { customer, days } of ledgers)
        trx.update(db.ledger, trx.get(db.ledger, customer)!, { days: [...days] });
      for (const { id, day } of places) trx.update(db.outbox, trx.get(db.outbox, id)!, { counted: day });
    },
    findRivals(customers) {
      const active = trx.find(db.enrollment, (row) => customers.includes(row.customer_id) && row.ended_at === null);
      const isWaiting = (row: Outbox) =>
        row.counted === null &&
        ((row.hold_until !== null && row.hold_until.getTime() <= here.now) ||
          (row.status === 'queued' && row.retry_at.getTime() <= here.realNow));
      const waiting = active.flatMap((one) =>
        trx.find(db.outbox, (row) => row.enrollment_id === one.id && row.visit === one.visit && isWaiting(row)),
      );
      return {
        waiting: waiting.map(({ id, customer_id, priority, topic }) => ({
          id,
          customer: customer_id,
          priority,
          topic,
        })),
        moving: new Set(
          active
            .filter(({ due_at }) => due_at !== null && due_at.getTime() <= here.now)
            .map(({ customer_id }) => customer_id),
        ),
      };
    },
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
        else if (state !== 'unknown') giveBack(session, row);
      }
      return gone.map(({ row, result }) => goneOf(row, result.state === 'sent'));
    },
    archiveUnwritten(limit) {
      const due = dueFree(limit, (row) => trx.isFree(db.enrollment, row.enrollment_id));
      return due.map((row) => {
        trx.lock(db.enrollment, row.enrollment_id);
        trx.delete(db.outbox, row);
        const { waiting, journey } = dueOf(session, row).check;
        const journeyLive = journey === 'live';
        const because = !waiting ? 'left_journey' : journeyLive ? null : 'journey_stopped';
        const state = !waiting ? 'cancelled' : journeyLive ? 'sent' : 'skipped';
        archive(session, row, { state, because });
        if (state === 'sent') count(session, row);
        return goneOf(row, state === 'sent');
      });
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
          ...(one.uncertain || !one.untried ? {} : { pinned: null, batch: null }),
        });
      }
    },
    asking: () => undefined,
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
  const no = row.topic === null ? undefined : trx.get(db.subscription, `${row.customer_id}.${row.topic}`);
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
    askedAt: row.asked_at.getTime(),
    priority: row.priority,
    topic: row.topic,
    stale: row.stale,
    counted: row.counted,
    pinned: row.pinned as Due['pinned'],
    check: {
      waiting: enrollment.visit === row.visit && enrollment.ended_at === null && enrollment.error === null,
      journey: journey.status,
      merged: customer.merged_into !== null,
      email: customer.email,
      zone: customer.time_zone,
      unsubscribedAt: no && !no.subscribed ? no.at.getTime() : null,
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
    asked_at: row.asked_at,
    holds: row.holds,
    ...more,
  });
}

/** A mail that will not be handed over gives its place back. */
function giveBack({ db, trx }: Session, { customer_id, counted }: Outbox): void {
  const ledger = counted === null ? undefined : trx.get(db.ledger, customer_id);
  const at = ledger?.days.indexOf(counted!) ?? -1;
  if (ledger && at >= 0) trx.update(db.ledger, ledger, { days: ledger.days.toSpliced(at, 1) });
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

const goneOf = ({ id, enrollment_id, visit, customer_id, template }: Row<'outbox'>, sent: boolean) => ({
  id,
  enrollmentId: enrollment_id,
  visit,
  customerId: customer_id,
  template,
  sent,
});
