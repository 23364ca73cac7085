import type { DomainReport } from '@tabiji/shared/api/domains.ts';
import { domainOf } from '@tabiji/shared/sending/sender.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { listSenders, type SenderRecord } from '../senders/senders.sql.ts';

/** The domains that mails come from, with those who write from them: the default sender's first. */
export async function sendingDomains(trx: Trx, here: Here): Promise<Map<string, SenderRecord[]>> {
  const active = (await listSenders(trx, here)).filter(({ retiredAt }) => retiredAt === null);
  const isStandard = ({ key }: SenderRecord) => key === here.sender.key;
  const domains = new Map<string, SenderRecord[]>();
  for (const sender of [...active.filter(isStandard), ...active.filter((one) => !isStandard(one))])
    for (const address of [sender.address, ...(sender.staff?.people.map((member) => member.address) ?? [])]) {
      const domain = domainOf(address);
      const there = domains.get(domain) ?? [];
      if (!there.includes(sender)) domains.set(domain, [...there, sender]);
    }
  return domains;
}

/** What the DNS said when it was asked last, by domain. */
export async function lastReports(
  trx: Trx,
  here: Here,
): Promise<Map<string, { checkedAt: Date; report: DomainReport }>> {
  const rows = await trx
    .selectFrom('domain_check')
    .select(['domain', 'checked_at', 'report'])
    .where('workspace_id', '=', here.id)
    .execute();
  return new Map(
    rows.map(({ domain, checked_at: checkedAt, report }) => [domain, { checkedAt, report: report as DomainReport }]),
  );
}

export async function keepReport(trx: Trx, here: Here, domain: string, report: DomainReport): Promise<void> {
  const values = { checked_at: new Date(here.realNow), report: JSON.stringify(report) };
  await trx
    .insertInto('domain_check')
    .values({ workspace_id: here.id, domain, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'domain']).doUpdateSet(values))
    .execute();
}
