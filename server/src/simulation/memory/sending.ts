import type { Sending } from '../../engine/store/letters.ts';
import { ALL_MAILS, isInLane } from '../../senders/lanes.ts';
import { ATTEMPT_MS } from '../../messages/claim.sql.ts';
import type { Due } from '../../messages/due-mail.sql.ts';
import { CLAIM_MS } from '../../messages/due.ts';
import type { NewBatch } from '../../messages/pins.sql.ts';
import { onlySender } from '../../senders/only-sender.ts';
import { SenderBook } from '../../senders/sender-book.ts';
import { holdingIn } from './holding.ts';
import { pacingIn, waitingIn } from './pacing.ts';
import { archive, count, dueOf, FOREVER, giveBack, goneOf, heldRow, type Outbox } from './mail-rows.ts';
import type { AtOnce, Session } from './store.ts';

const byRetry = (a: Outbox, b: Outbox) => a.retry_at.getTime() - b.retry_at.getTime() || a.id - b.id;

export function sendingIn(session: Session): AtOnce<Sending> {
  const { db, trx, here } = session;
  const isFree = (row: Outbox) => (row.lease_until?.getTime() ?? 0) <= here.realNow;
  const isDue = (row: Outbox) => row.retry_at.getTime() <= here.realNow && isFree(row);
  const isDueOrWaited = (row: Outbox) => isDue(row) || (row.line !== null && isFree(row));
  const dueFree = (limit: number, alsoFree: (row: Outbox) => boolean = () => true) =>
    trx
      .find(db.outbox, isDue)
      .toSorted(byRetry)
      .filter((row) => trx.isFree(db.outbox, row.id) && alsoFree(row))
      .slice(0, limit);
  const isShared = ({ batch, first_attempt_at: tried }: Outbox) =>
    tried !== null && batch !== null && db.requests.has(batch);
  const lease = (rows: readonly Outbox[], mark: boolean, batchOf: (row: Outbox) => NewBatch | number | null): Due[] =>
    rows
      .map((row) => {
        const batch = batchOf(row);
        const isNew = typeof batch === 'object' && batch !== null;
        trx.update(db.outbox, row, {
          lease_until: new Date(here.realNow + CLAIM_MS),
          status: 'sending',
          batch: isNew ? batch.id : batch,
          fence: row.fence + 1,
          attempts: row.attempts + 1,
          first_attempt_at: mark ? (row.first_attempt_at ?? new Date(here.realNow)) : row.first_attempt_at,
        });
        return {
          ...dueOf(session, trx.get(db.outbox, row.id)!),
          firstAttemptAt: row.first_attempt_at,
          ...(isNew && { batch }),
        };
      })
      .toSorted((a, b) => a.id - b.id);
  const held = (one: { id: number; fence: number }) => heldRow(session, one);
  return {
    ...holdingIn(session),
    ...pacingIn(session),
    lockDue: (limit) =>
      dueFree(limit, (row) => trx.isFree(db.enrollment, row.enrollment_id)).map((row) => {
        trx.lock(db.outbox, row.id);
        trx.lock(db.enrollment, row.enrollment_id);
        return dueOf(session, row);
      }),
    claimDue({ limit, mark, together, lane = ALL_MAILS, lines = [] }) {
      const mine = (row: Outbox) => isInLane(lane, row.sender ?? here.sender.key);
      const isOwn = (row: Outbox) => together === undefined || !isShared(row);
      const waited = lines.flatMap((opened) => waitingIn(session, opened)).filter(isOwn);
      const due = [...waited, ...dueFree(limit - waited.length, (row) => mine(row) && isOwn(row))];
      const joins = (row: Outbox) =>
        together === undefined ? row.batch === null : row.first_attempt_at === null && (together === 1 || !row.alone);
      const stays = (row: Outbox) => (together === undefined || row.first_attempt_at !== null ? row.batch : null);
      const fresh = { id: ++db.numbers.hidden, mails: due.filter(joins).length };
      return lease(due, mark, (row) => (joins(row) ? fresh : stays(row)));
    },
    claimShared(mark) {
      const batches = Map.groupBy(trx.find(db.outbox, isShared), ({ batch }) => batch!);
      for (const [batch, rows] of batches)
        if (rows.every((row) => isDueOrWaited(row) && trx.isFree(db.outbox, row.id)))
          return { key: db.requests.get(batch)!, due: lease(rows, mark, ({ batch: own }) => own) };
      return undefined;
    },
    pin(rows) {
      for (const { id, pinned, batch } of rows) {
        if (batch?.key !== undefined) db.requests.set(batch.id, batch.key);
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
        const until = Math.max(row.lease_until?.getTime() ?? 0, here.realNow + (mark ? ATTEMPT_MS : CLAIM_MS));
        trx.update(db.outbox, row, { lease_until: new Date(until), first_attempt_at: first });
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
        const code = /^[a-z_]+/.exec(because ?? '')?.[0] ?? '';
        if (state === 'sent') count(session, row, 'sent', row.template);
        else if (state !== 'cancelled') count(session, row, 'unsent', `${state}:${code}`);
        if (state !== 'sent' && state !== 'unknown') giveBack(session, row);
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
        if (state === 'sent') count(session, row, 'sent', row.template);
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
          retry_at: one.line
            ? FOREVER
            : one.keepsPlace
              ? row.retry_at
              : new Date(here.realNow + Math.round(one.afterMs)),
          ...(!one.keepsPlace && { line: one.line?.name ?? null, line_rank: one.line?.rank ?? null }),
          attempts: row.attempts - (one.untried ? 1 : 0),
          first_attempt_at: one.uncertain ? row.first_attempt_at : null,
          ...(one.uncertain || !one.untried ? {} : { pinned: null, batch: null }),
          ...(one.alone && { alone: true }),
        });
      }
    },
    keepReplies: (replies) => {
      for (const { messageId, customerId, kind, judgement, answer, address } of replies)
        trx.tryInsert(db.reply, {
          message_id: messageId,
          customer_id: customerId,
          kind,
          class: judgement?.class ?? null,
          code: judgement?.code ?? null,
          detail: answer,
          address,
          at: new Date(here.realNow),
        });
    },
    senders: () => new SenderBook(db.senders ?? [onlySender(here)], here.sender.key),
    signingKeys: () => [],
    asking: () => db.asking,
    lastItems: (customers) =>
      new Map(
        trx
          .find(db.shop_order, (row) => row.counted && customers.includes(row.customer_id))
          .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
          .map(({ customer_id, items }) => [customer_id, items]),
      ),
    followedItems: (enrollments) =>
      new Map(
        trx
          .find(db.enrollment, ({ id }) => enrollments.includes(id))
          .flatMap(({ id, customer_id, entered_arrival: of }) => {
            const [order] = trx
              .find(db.shop_order, (row) => row.counted && row.customer_id === customer_id && row.id <= of)
              .toSorted(
                (a, b) => Number(b.id === of) - Number(a.id === of) || b.at.getTime() - a.at.getTime() || b.id - a.id,
              );
            return order ? [[id, order.items]] : [];
          }),
      ),
    templates: (ids) =>
      new Map(trx.find(db.template_version, ({ id }) => ids.includes(id)).map(({ id, ...template }) => [id, template])),
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
