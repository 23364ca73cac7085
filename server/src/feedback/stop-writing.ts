import type { Trx } from '../db/database.ts';
import { suppress, type Suppress } from '../customers/suppression/suppressions.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import { oftenSoft } from './feedback.sql.ts';
import type { MailMeant } from './mails.sql.ts';
import type { Told } from './receive.ts';

/** So many mails that found a full or absent mailbox within so many days count like a dead address. */
const SOFT_TIMES = 5;
const SOFT_DAYS = 14;

/** Suppresses the addresses that news about mails show to be dead, or whose owners complain. */
export async function stopWriting(
  trx: Trx,
  here: Here,
  news: readonly { one: Told; mail: MailMeant }[],
): Promise<void> {
  const soft = news.filter(({ one }) => one.kind === 'bounced' && one.class === 'soft');
  const since = new Date(here.now - SOFT_DAYS * 86_400_000);
  const often = await oftenSoft(
    trx,
    here,
    soft.map(({ one }) => one.customerId),
    { times: SOFT_TIMES, since },
  );
  await suppress(
    trx,
    here,
    news.flatMap(({ one, mail }) => {
      const address = one.address ?? mail.email;
      const reason = reasonOf(one, often);
      return address && reason ? [{ address, ...reason }] : [];
    }),
  );
}

function reasonOf(one: Told, often: ReadonlySet<number>): Pick<Suppress, 'reason' | 'note'> | undefined {
  if (one.kind === 'complained') return { reason: 'complaint' };
  if (one.kind !== 'bounced') return undefined;
  if (one.class === 'hard') return { reason: 'hard_bounce', note: one.detail?.slice(0, 200) };
  return one.class === 'soft' && often.has(one.customerId)
    ? { reason: 'hard_bounce', note: `${SOFT_TIMES} soft bounces in ${SOFT_DAYS} days` }
    : undefined;
}
