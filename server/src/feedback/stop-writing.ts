import type { Trx } from '../db/database.ts';
import { suppress, type Suppress } from '../customers/suppression/suppressions.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import { NO_DOMAIN } from './bounce-class.ts';
import { type NewFeedback, oftenLost, oftenSoft } from './feedback.sql.ts';

/** So many mails that found a full or absent mailbox within so many days count like a dead address. */
const SOFT_TIMES = 5;
const SOFT_DAYS = 14;
/** So many mails whose domain was not found, over so many days at least: no fault of a name server lasts that long. */
const LOST_TIMES = 3;
const LOST_FOR_DAYS = 3;
const LOST_WITHIN_DAYS = 60;

/** What was told of a mail, and the address it is about. */
export interface News {
  row: NewFeedback;
  address: string | null;
}

/** Suppresses the addresses that news about mails show to be dead, or whose owners complain. */
export async function stopWriting(trx: Trx, here: Here, news: readonly News[]): Promise<void> {
  const soft = news.flatMap(({ row }) => (row.address ? [{ isLost: isLost(row), address: row.address }] : []));
  const of = (lost: boolean) => soft.filter((one) => one.isLost === lost).map(({ address }) => address);
  const since = (days: number) => new Date(here.now - days * DAY_MS);
  const over: Over = {
    full: await oftenSoft(trx, here, of(false), { times: SOFT_TIMES, days: 0, since: since(SOFT_DAYS) }),
    lost: await oftenLost(trx, here, of(true), {
      times: LOST_TIMES,
      days: LOST_FOR_DAYS,
      since: since(LOST_WITHIN_DAYS),
    }),
  };
  await suppress(
    trx,
    here,
    news.flatMap(({ row, address }) => {
      const reason = reasonOf(row, over);
      return address && reason ? [{ address, ...reason }] : [];
    }),
  );
}

const DAY_MS = 86_400_000;
const isLost = ({ code }: NewFeedback): boolean => NO_DOMAIN.includes(code ?? '');

/** Hashes of addresses with which it is over: after full mailboxes, after domains that were not found. */
interface Over {
  full: ReadonlySet<string>;
  lost: ReadonlySet<string>;
}

function reasonOf(row: NewFeedback, { full, lost }: Over): Pick<Suppress, 'reason' | 'note'> | undefined {
  if (row.kind === 'complained') return { reason: 'complaint' };
  if (row.kind !== 'bounced') return undefined;
  if (row.class === 'hard') return { reason: 'hard_bounce', note: row.detail?.slice(0, 200) };
  const hash = row.address?.toString('hex');
  if (hash === undefined) return undefined;
  if (isLost(row))
    return lost.has(hash)
      ? { reason: 'hard_bounce', note: `${LOST_TIMES} mails over ${LOST_FOR_DAYS} days: no such domain` }
      : undefined;
  return full.has(hash)
    ? { reason: 'hard_bounce', note: `${SOFT_TIMES} soft bounces in ${SOFT_DAYS} days` }
    : undefined;
}
