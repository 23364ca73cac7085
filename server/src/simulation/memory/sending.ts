import type { Sending } from '../../engine/store/letters.ts';
import { ALL_MAILS, isInLane } from '../../senders/lanes.ts';
import { ATTEMPT_MS, CLAIM_MS, type Due } from '../../messages/claim.sql.ts';
import { onlySender } from '../../senders/only-sender.ts';
import { SenderBook } from '../../senders/sender-book.ts';
import { holdingIn } from './holding.ts';
import { pacingIn, waitingIn } from './pacing.ts';
import { archive, count, dueOf, FOREVER, giveBack, goneOf, heldRow, type Outbox } from './mail-rows.ts';
import type { AtOnce, Session } from './store.ts';

const byRetry = (a: Outbox, b: Outbox) => a.retry_at.getTime() - b.retry_at.getTime() || a.id - b.id;

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
    claimDue({ limit, mark, lane = ALL_MAILS, lines = [] }) {
      const waited = lines.flatMap((opened) => waitingIn(session, opened));
      const others = dueFree(limit - waited.length, (row) => isInLane(lane, row.sender ?? here.sender.key));
      const due = [...waited, ...others];
      const fresh = due.filter(({ batch }) => batch === null).map(({ id }) => id);
      const batch = ++db.numbers.hidden;
      return due
        .map((row) => {
          trx.update(db.outbox, row, {
            lease_until: new Date(here.realNow + CLAIM_MS),
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
        });
      }
    },
    senders: () => new SenderBook(db.senders ?? [onlySender(here)], here.sender.key),
    signingKeys: () => [],
    asking: () => db.asking,
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
