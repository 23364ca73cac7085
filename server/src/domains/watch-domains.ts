import { failingOf } from '@tabiji/shared/sending/domain-rule.ts';
import { setTimeout } from 'node:timers/promises';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { isLiable } from '../templates/display-duty.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';
import { checkDomains } from './check-domains.ts';
import { type DomainRow, domainRows, sendingDomains } from './domain-rows.sql.ts';

type Ports = Pick<Services, 'db' | 'config' | 'ring' | 'log'>;

/** Asks the DNS about all domains whose turn it is; only where mails leave the house. One workspace's trouble stays its own. */
export async function watchDomains(ports: Ports, _: unknown, signal: AbortSignal): Promise<void> {
  for (const workspaceId of await listWorkspaces(ports.db)) {
    if (signal.aborted) return;
    try {
      const due = await domainsWhere(ports, workspaceId, (row, now) => !row || row.nextAt.getTime() <= now);
      if (due.length === 0) continue;
      await checkDomains(ports, workspaceId, due);
      ports.ring(workspaceId);
    } catch (error) {
      ports.log.error({ workspaceId, error }, 'the domains of a workspace could not be looked at');
    }
  }
}

/** Who publishes does not wait longer for a DNS. */
const PATIENCE_MS = 8000;

/**
 * Before something is published: asks about domains that were never looked at, and once more about those that were not
 * in order, which somebody may just have mended. A DNS that is slow is not waited for.
 */
export async function askBefore(ports: Ports, workspaceId: number): Promise<void> {
  const open = await domainsWhere(
    ports,
    workspaceId,
    (row) => Object.keys(row?.known ?? {}).length === 0 || failingOf(row!.known, row!.accepted).length > 0,
  );
  if (open.length === 0) return;
  const asked = checkDomains(ports, workspaceId, open).catch((error: unknown) =>
    ports.log.error({ workspaceId, error }, 'the domains of a workspace could not be looked at'),
  );
  await Promise.race([asked, setTimeout(PATIENCE_MS, undefined, { ref: false })]);
}

/** Domains that a workspace writes to people from, of which something is true. */
const domainsWhere = (
  { db }: Ports,
  workspaceId: number,
  meets: (row: DomainRow | undefined, now: number) => boolean,
): Promise<string[]> =>
  inWorkspace(db, workspaceId, async (trx, here) => {
    if (!isLiable(here)) return [];
    const rows = await domainRows(trx, here);
    return [...(await sendingDomains(trx, here)).keys()].filter((domain) => meets(rows.get(domain), here.realNow));
  });
