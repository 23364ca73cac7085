import type { Finding } from '@tabiji/shared/api/domains.ts';
import { type AcceptedFindings, type KnownFindings, learn } from '@tabiji/shared/sending/domain-rule.ts';
import { domainOf } from '@tabiji/shared/sending/sender.ts';
import { sql } from 'kysely';
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

/** What is kept of a domain. */
export interface DomainRow {
  checkedAt: Date;
  /** What the DNS said when it was asked last. */
  findings: Finding[];
  /** What it said last that was certain. */
  known: KnownFindings;
  accepted: AcceptedFindings;
  nextAt: Date;
}

/** What is kept of the workspace's domains. `lock`: until the transaction ends. */
export async function domainRows(
  trx: Trx,
  here: Pick<Here, 'id'>,
  { lock = false } = {},
): Promise<Map<string, DomainRow>> {
  const rows = await trx
    .selectFrom('domain_check')
    .select(['domain', 'checked_at', 'report', 'known', 'accepted', 'next_at'])
    .where('workspace_id', '=', here.id)
    .orderBy('domain')
    .$if(lock, (query) => query.forUpdate())
    .execute();
  return new Map(
    rows.map(({ domain, checked_at: checkedAt, report: { findings }, known, accepted, next_at: nextAt }) => [
      domain,
      { checkedAt, findings, known: known ?? learn({}, findings, checkedAt.getTime()), accepted, nextAt },
    ]),
  );
}

/** Keeps what the DNS said of domains. */
export async function keepRows(trx: Trx, here: Here, rows: ReadonlyMap<string, DomainRow>): Promise<void> {
  if (rows.size === 0) return;
  const all = [...rows];
  await trx
    .insertInto('domain_check')
    .values(
      all.map(([domain, { checkedAt, findings, known, accepted, nextAt }]) => ({
        workspace_id: here.id,
        domain,
        checked_at: checkedAt,
        report: JSON.stringify({ findings }),
        known: JSON.stringify(known),
        accepted: JSON.stringify(accepted),
        next_at: nextAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'domain']).doUpdateSet((e) => ({
        checked_at: e.ref('excluded.checked_at'),
        report: e.ref('excluded.report'),
        known: e.ref('excluded.known'),
        accepted: e.ref('excluded.accepted'),
        next_at: e.ref('excluded.next_at'),
      })),
    )
    .execute();
}

/** Names the domains whose DNS was right and is not any more; every page says so. */
export async function setFailing(trx: Trx, here: Here, domains: readonly string[]): Promise<void> {
  await trx
    .updateTable('workspace')
    .set({ failing_domains: [...domains] })
    .where('id', '=', here.id)
    .where(sql<boolean>`failing_domains <> ${domains as string[]}::text[]`)
    .execute();
}
