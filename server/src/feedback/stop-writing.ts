import type { Trx } from '../db/database.ts';
import { suppress, type Suppress } from '../customers/suppression/suppressions.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import { NO_DOMAIN } from './bounce-class.ts';
import { oftenLost, oftenSoft } from './feedback.sql.ts';
import type { MailMeant } from './mails.sql.ts';
import type { Told } from './receive.ts';

/** So many mails that found a full or absent mailbox within so many days count like a dead address. */
const SOFT_TIMES = 5;
const SOFT_DAYS = 14;
/** So many mails whose domain was not found, over so many days at least: no fault of a name server lasts that long. */
const LOST_TIMES = 3;
const LOST_FOR_DAYS = 3;
const LOST_WITHIN_DAYS = 60;

/** Suppresses the addresses that news about mails show to be dead, or whose owners complain. */
export async function stopWriting(
  trx: Trx,
  here: Here,
  news: readonly { one: Told; mail: MailMeant }[],
): Promise<void> {
  const soft = news.filter(({ one }) => one.kind === 'bounced' && one.class === 'soft');
  const [lost, full] = [soft.filter(({ one }) => isLost(one)), soft.filter(({ one }) => !isLost(one))];
  const since = (days: number) => new Date(here.now - days * DAY_MS);
  const over: Over = {
    full: await oftenSoft(trx, here, full.map(customerOf), { times: SOFT_TIMES, since: since(SOFT_DAYS) }),
    lost: await oftenLost(trx, here, lost.map(customerOf), {
      times: LOST_TIMES,
      days: LOST_FOR_DAYS,
      since: since(LOST_WITHIN_DAYS),
    }),
  };
  await suppress(
    trx,
    here,
    news.flatMap(({ one, mail }) => {
      const address = one.address ?? mail.email;
      const reason = reasonOf(one, over);
      return address && reason ? [{ address, ...reason }] : [];
    }),
  );
}

const DAY_MS = 86_400_000;
const isLost = ({ code }: Told): boolean => NO_DOMAIN.includes(code ?? '');
const customerOf = ({ one }: { one: Told }): number => one.customerId;

/** Customers for whom it is over: after full mailboxes, after domains that were not found. */
interface Over {
  full: ReadonlySet<number>;
  lost: ReadonlySet<number>;
}

function reasonOf(one: Told, { full, lost }: Over): Pick<Suppress, 'reason' | 'note'> | undefined {
  if (one.kind === 'complained') return { reason: 'complaint' };
  if (one.kind !== 'bounced') return undefined;
  if (one.class === 'hard') return { reason: 'hard_bounce', note: one.detail?.slice(0, 200) };
  if (one.class !== 'soft') return undefined;
  if (isLost(one))
    return lost.has(one.customerId)
      ? { reason: 'hard_bounce', note: `${LOST_TIMES} mails over ${LOST_FOR_DAYS} days: no such domain` }
      : undefined;
  return full.has(one.customerId)
    ? { reason: 'hard_bounce', note: `${SOFT_TIMES} soft bounces in ${SOFT_DAYS} days` }
    : undefined;
}
