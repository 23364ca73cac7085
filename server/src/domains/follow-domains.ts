import { NO_FIGURES } from '@tabiji/shared/sending/auto-pause.ts';
import { turnedBad } from '@tabiji/shared/sending/domain-rule.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { listPauses, pauseSender, releaseSender } from '../feedback/sender-health/pauses.sql.ts';
import { isLiable } from '../templates/display-duty.ts';
import { domainRows, sendingDomains, setFailing } from './domain-rows.sql.ts';

/**
 * Draws the conclusions from what is known of the DNS: domains that turned bad are named on every page. Senders whose
 * signing key receivers do not find any more stop their promotional mails, each time once: whoever lets one go on all
 * the same is not stopped again for it. They go on by themselves when the key is back.
 */
export async function followDomains(trx: Trx, here: Here): Promise<void> {
  const senders = isLiable(here) ? await sendingDomains(trx, here) : new Map<string, never[]>();
  const rows = await domainRows(trx, here);
  const turned = [...senders.keys()].flatMap((domain) => {
    const row = rows.get(domain);
    const topics = row ? turnedBad(row.known, row.accepted).map(({ topic }) => topic) : [];
    return topics.length > 0 ? [{ domain, since: row!.known.dkim?.since, unsigned: topics.includes('dkim') }] : [];
  });
  await setFailing(
    trx,
    here,
    turned.map(({ domain }) => domain),
  );
  const stops = new Map<string, { domain: string; since: string }>();
  for (const { domain, since, unsigned } of turned)
    if (unsigned) for (const { key } of senders.get(domain) ?? []) stops.set(key, { domain, since: since! });
  const pauses = await listPauses(trx, here);
  for (const [key, { domain, since }] of stops) {
    const isTold = pauses.some((one) => one.sender === key && one.because === 'domain' && one.at >= since);
    if (!isTold) await pauseSender(trx, here, key, { because: 'domain', figures: NO_FIGURES, domain });
  }
  for (const { sender, because, released, domain } of pauses)
    if (because === 'domain' && released === null && !stops.has(sender))
      await releaseSender(trx, here, sender, { by: 'Tabiji', note: backNote(domain ?? '', here) });
}

const backNote = (domain: string, { locale }: Here): string =>
  locale === 'ja' ? `${domain} の署名の確認が済みました。` : `The signature of ${domain} is in order again.`;
