import type { Finding } from '@tabiji/shared/api/domains.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { isFailing } from '@tabiji/shared/sending/domain-rule.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { domainRows, keepRows } from './domain-rows.sql.ts';
import { followDomains } from './follow-domains.ts';

/** Somebody takes it upon themselves to send to many from a domain that is not in order. */
interface Acceptance {
  domain: string;
  topic: Finding['topic'];
  by: string;
  note: string;
}

/**
 * Lets mails to many go from a domain although something is wrong, as where a relay signs what we do not. It counts for
 * that finding, until the DNS says another thing.
 * @throws AppError `not_found` for a domain that was never looked at; `conflict` where nothing of the kind is wrong
 */
export async function acceptFinding(trx: Trx, here: Here, { domain, topic, by, note }: Acceptance): Promise<void> {
  const row = await rowOf(trx, here, domain);
  const finding = row.known[topic]?.finding;
  if (!finding || !isFailing(finding))
    throw new AppError('conflict', `Nothing about ${topic.toUpperCase()} of ${domain} keeps mails from going.`);
  const accepted = {
    ...row.accepted,
    [topic]: { code: finding.code, by, note, at: new Date(here.realNow).toISOString() },
  };
  await keepRows(trx, here, new Map([[domain, { ...row, accepted }]]));
  await followDomains(trx, here);
}

/** Takes such a decision back. @throws AppError `not_found` for a domain that was never looked at */
export async function takeBack(trx: Trx, here: Here, domain: string, topic: Finding['topic']): Promise<void> {
  const row = await rowOf(trx, here, domain);
  const { [topic]: _, ...accepted } = row.accepted;
  await keepRows(trx, here, new Map([[domain, { ...row, accepted }]]));
  await followDomains(trx, here);
}

async function rowOf(trx: Trx, here: Here, domain: string) {
  const row = (await domainRows(trx, here, { lock: true })).get(domain);
  if (!row) throw new AppError('not_found', `${domain} has not been looked at yet.`);
  return row;
}
