import { type Batch, claimBatch } from './claim-batch.ts';
import type { Round } from './due.ts';
import type { Connection, OutsideProvider } from './providers/provider.ts';
import { sendOutside } from './send-outside.ts';
import type { SendPorts } from './send-ports.ts';

/**
 * One round of sending for a workspace: takes due mails, hands them to its provider and records what became of them.
 * Any number of senders may do so at once; a sender that dies costs a delay of three seconds, and of 35 for the mail it
 * was just handing over to a service that must not be asked twice.
 * @returns how many mails are done with (sent, refused, failed), and whether more may be due
 */
export async function sendDue(
  ports: SendPorts,
  workspaceId: number,
  { limit, stop }: { limit: number; stop?: AbortSignal | undefined },
): Promise<Round> {
  const { inStore, providers, config, log, clock } = ports;
  const start = clock.elapsed();
  const taken = await inStore(workspaceId, async (store, here): Promise<Taken> => {
    if (here.stopped) return { kind: 'kept', round: { handed: 0, more: false } };
    const provider = providers[here.provider];
    await store.sending.release(limit);
    if (provider.where === 'inside') return { kind: 'kept', round: await provider.keep(store, here, limit, config) };
    const connection = provider.open(config);
    if ('missing' in connection) return { kind: 'missing', setting: connection.missing };
    return {
      kind: 'claimed',
      provider,
      connection,
      batch: await claimBatch(store, here, provider, { limit, base: config }),
    };
  });
  if (taken.kind === 'missing') {
    log.error({ workspaceId }, taken.setting);
    return { handed: 0, more: false };
  }
  const round = taken.kind === 'kept' ? taken.round : await hand(ports, workspaceId, taken, { checkedAt: start, stop });
  if (round.handed > 0) ports.ring(workspaceId);
  return round;
}

type Taken =
  | { kind: 'kept'; round: Round }
  | { kind: 'missing'; setting: string }
  | { kind: 'claimed'; provider: OutsideProvider; connection: Connection; batch: Batch };

async function hand(
  ports: SendPorts,
  workspaceId: number,
  claimed: Extract<Taken, { kind: 'claimed' }>,
  how: { checkedAt: number; stop: AbortSignal | undefined },
): Promise<Round> {
  try {
    return { handed: await sendOutside(ports, workspaceId, claimed, how), more: claimed.batch.full };
  } finally {
    claimed.connection.close();
  }
}
