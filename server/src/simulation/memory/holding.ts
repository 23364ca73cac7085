import type { Sending } from '../../engine/store/letters.ts';
import { pausedProduct } from '@tabiji/shared/sending/offer.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import { FOREVER, heldRow, LONG_AGO, type Outbox } from './mail-rows.ts';
import type { AtOnce, Session } from './store.ts';

type Holding = Pick<Sending, 'release' | 'hold' | 'lockLedgers' | 'writeLedgers' | 'findRivals'>;

/** What keeps mails back, and what counts under the cap. */
export function holdingIn(session: Session): AtOnce<Holding> {
  const { db, trx, here } = session;
  return {
    release(limit) {
      const due = trx.find(db.outbox, ({ hold_until }) => hold_until !== null && hold_until.getTime() <= here.now);
      const free = due.filter(({ id }) => trx.isFree(db.outbox, id));
      for (const row of free.toSorted((a, b) => a.hold_until!.getTime() - b.hold_until!.getTime()).slice(0, limit))
        trx.update(db.outbox, row, { status: 'queued', hold_until: null, retry_at: LONG_AGO });
    },
    hold(rows) {
      for (const one of rows) {
        const row = heldRow(session, one);
        if (!row) continue;
        const goesOn =
          (one.why === 'paused' && trx.get(db.journey, row.journey_id)?.status !== 'paused') ||
          (one.why === 'unreleased' && trx.get(db.journey, row.journey_id)?.hold_first === null) ||
          (one.why === 'stopped' && !here.stopped) ||
          (one.why === 'product_paused' && pausedProduct(here.offers[row.template], here.pausedProducts) === null) ||
          (one.why === 'sender_paused' && !here.pausedSenders.includes(row.sender ?? here.sender.key));
        const until = one.until === null ? FOREVER : new Date(one.until);
        trx.update(db.outbox, row, {
          status: 'held',
          lease_until: null,
          retry_at: FOREVER,
          line: null,
          line_rank: null,
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
  };
}
