import type { Sending } from '../../engine/store/letters.ts';
import type { Opened } from '../../messages/pace/gate.ts';
import { SENDER_WAIT_MS } from '../../messages/outcome.ts';
import { readLine } from '../../messages/pace/line.ts';
import { ALL_FAMILIES } from '@tabiji/shared/sending/pace.ts';
import type { Outbox } from './mail-rows.ts';
import type { AtOnce, Session } from './store.ts';

type Pacing = Pick<Sending, 'gate' | 'changeTrouble' | 'changeSenderTrouble' | 'lockBuckets' | 'writeBuckets'>;

const bucketOf = ({ full_at, day, sent }: { full_at: number; day: number; sent: number }) => ({
  fullAt: full_at,
  day,
  sent,
});

const waits = ({ here }: Session, row: Outbox, line: string): boolean =>
  row.line === line && (row.lease_until?.getTime() ?? 0) <= here.realNow;

/** Up to so many mails of a line, in its order. */
export const waitingIn = (session: Session, { line, mails }: Opened): Outbox[] =>
  session.trx
    .find(session.db.outbox, (row) => waits(session, row, line) && session.trx.isFree(session.db.outbox, row.id))
    .toSorted((a, b) => a.line_rank! - b.line_rank! || a.id - b.id)
    .slice(0, mails);

/** How fast mails go, and what the service that carries them is able to. */
export function pacingIn(session: Session): AtOnce<Pacing> {
  const { db, trx, here } = session;
  return {
    gate(provider) {
      const trouble = trx.get(db.provider_trouble, provider);
      const lines = trx
        .find(db.send_bucket, () => true)
        .map((row) => ({
          line: row.line,
          ...bucketOf(row),
          waits: trx.find(db.outbox, (mail) => waits(session, mail, row.line)).length > 0,
        }));
      return {
        trouble: trouble
          ? {
              since: trouble.since.getTime(),
              waitsUntil: trouble.waits_until.getTime(),
              openedAt: trouble.opened_at?.getTime() ?? null,
              tries: trouble.tries,
              because: trouble.because,
            }
          : null,
        troubled: trx.find(db.sender_trouble, () => true).map(({ sender }) => sender),
        lines: lines
          .filter((one) => one.waits || readLine(one.line).of === ALL_FAMILIES)
          .toSorted((a, b) => (a.line < b.line ? -1 : 1)),
      };
    },
    changeTrouble(provider, before, after) {
      const known = trx.get(db.provider_trouble, provider);
      if (known?.waits_until.getTime() !== before?.waitsUntil) return false;
      if (known) trx.delete(db.provider_trouble, known);
      if (after)
        trx.insert(db.provider_trouble, {
          provider,
          since: new Date(after.since),
          waits_until: new Date(after.waitsUntil),
          opened_at: after.openedAt === null ? null : new Date(after.openedAt),
          tries: after.tries,
          because: after.because,
        });
      return true;
    },
    changeSenderTrouble(failed, well) {
      for (const sender of well) {
        const known = trx.get(db.sender_trouble, sender);
        if (known) trx.delete(db.sender_trouble, known);
      }
      for (const [sender, because] of failed) {
        const waits_until = new Date(here.realNow + SENDER_WAIT_MS);
        const known = trx.get(db.sender_trouble, sender);
        if (known)
          trx.update(db.sender_trouble, known, { waits_until, tries: known.tries + 1, because, changed_at: null });
        else
          trx.insert(db.sender_trouble, {
            sender,
            since: new Date(here.realNow),
            waits_until,
            tries: 1,
            because,
            changed_at: null,
          });
      }
    },
    lockBuckets(lines) {
      return new Map(
        lines.toSorted().map((line) => {
          trx.tryInsert(db.send_bucket, { line, full_at: 0, day: 0, sent: 0, opens_at: new Date(0) });
          trx.lock(db.send_bucket, line);
          return [line, bucketOf(trx.get(db.send_bucket, line)!)];
        }),
      );
    },
    writeBuckets(rows) {
      for (const { line, fullAt, day, sent, opensAt } of rows)
        trx.update(db.send_bucket, trx.get(db.send_bucket, line)!, {
          full_at: fullAt,
          day,
          sent,
          opens_at: new Date(opensAt),
        });
    },
  };
}
