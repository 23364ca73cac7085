import type { Finding } from '@tabiji/shared/api/domains.ts';
import { learn, nextLook, stillAccepted } from '@tabiji/shared/sending/domain-rule.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { type Dns, openDns } from './dns.ts';
import { type DomainRow, domainRows, keepRows, sendingDomains } from './domain-rows.sql.ts';
import { sendersOf } from './domains.ts';
import { examine } from './examine.ts';
import type { Sending } from './finding.ts';
import { followDomains } from './follow-domains.ts';
import { type KeyRow, listKeys, setSeen, setUnseen } from './keys.sql.ts';
import { howShown } from './look-at-dkim.ts';
import { sendingOf } from './sending-of.ts';

type Ports = { db: Db; config: Config };

/** Domains that are asked about at once. */
const AT_ONCE = 8;

/**
 * Asks the DNS about a domain and keeps what it said; a key that it shows signs from now on.
 * @throws AppError `not_found` for a domain that no sender writes from
 */
export async function checkDomain(ports: Ports, workspaceId: number, domain: string): Promise<Finding[]> {
  await inWorkspace(ports.db, workspaceId, (trx, here) => sendersOf(trx, here, domain));
  return (await checkDomains(ports, workspaceId, [domain])).get(domain) ?? [];
}

/** The same for several domains of a workspace, with one statement for each kind of result. */
export async function checkDomains(
  { db, config }: Ports,
  workspaceId: number,
  domains: readonly string[],
): Promise<Map<string, Finding[]>> {
  const asked = await inWorkspace(db, workspaceId, async (trx, here) => {
    const all = await sendingDomains(trx, here);
    const keys = await listKeys(trx, here);
    return domains.flatMap((domain): Asked[] => {
      const senders = all.get(domain);
      const own = keys.filter((key) => key.domain === domain);
      return senders ? [{ domain, own, sending: sendingOf(here, config, domain, { senders, keys: own }) }] : [];
    });
  });
  const dns = openDns(config.dnsServers);
  const seen: Seen[] = [];
  for (let from = 0; from < asked.length; from += AT_ONCE)
    seen.push(...(await Promise.all(asked.slice(from, from + AT_ONCE).map((one) => look(dns, one)))));
  await inWorkspace(db, workspaceId, async (trx, here) => {
    const before = await domainRows(trx, here, { lock: true });
    for (const { domain, shown, gone } of seen) {
      await setSeen(trx, here, domain, shown);
      await setUnseen(trx, here, domain, gone);
    }
    const after = new Map(seen.map(({ domain, findings }) => [domain, rowAfter(before.get(domain), findings, here)]));
    await keepRows(trx, here, after);
    await followDomains(trx, here);
  });
  return new Map(seen.map(({ domain, findings }) => [domain, findings]));
}

interface Asked {
  domain: string;
  own: readonly KeyRow[];
  sending: Sending;
}

/** What the DNS said of a domain. */
interface Seen {
  domain: string;
  findings: Finding[];
  /** Selectors of keys that it shows. */
  shown: string[];
  /** Of keys that it does not show any more, where another one can sign. */
  gone: string[];
}

async function look(dns: Dns, { domain, own, sending }: Asked): Promise<Seen> {
  const how = await Promise.all(own.map((key) => howShown(dns, key)));
  const shown = own.filter((_, at) => how[at] === 'shown');
  const isGone = (key: KeyRow, at: number) => key.seenAt !== null && how[at] !== 'shown' && how[at] !== 'unreachable';
  const gone = shown.length > 0 ? own.filter(isGone) : [];
  // A new key that the DNS shows takes over; until then the old one counts.
  const first = shown[0] ? [shown[0]] : [];
  const keys = [...first, ...sending.keys.filter((key) => key.selector !== first[0]?.selector)];
  const selectors = (of: readonly KeyRow[]) => of.map(({ selector }) => selector);
  return {
    domain,
    findings: await examine(dns, { ...sending, keys }),
    shown: selectors(shown),
    gone: selectors(gone),
  };
}

function rowAfter(before: DomainRow | undefined, findings: Finding[], { realNow }: { realNow: number }): DomainRow {
  const known = learn(before?.known ?? {}, findings, realNow);
  const accepted = stillAccepted(known, before?.accepted ?? {});
  const nextAt = new Date(nextLook(known, accepted, findings, realNow));
  return { checkedAt: new Date(realNow), findings, known, accepted, nextAt };
}
