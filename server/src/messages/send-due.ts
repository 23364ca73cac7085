import { openConnection } from '../domains/open-connection.ts';
import { lanesOf } from '../senders/lanes.ts';
import type { Round } from './due.ts';
import { Health } from './pace/health.ts';
import { takeFrom } from './pace/take-from.ts';
import { type HandOver, sendOutside } from './send-outside.ts';
import type { SendPorts } from './send-ports.ts';

/**
 * One round of sending for a workspace: takes due mails, hands them to their providers and records what became of them.
 * Any number of senders may do so at once; a sender that dies costs a delay of three seconds, and of 35 for the mail it
 * was just handing over to a service that must not be asked twice.
 * @returns how many mails are done with (sent, refused, failed), and whether more may be due
 */
export async function sendDue(
  ports: SendPorts,
  workspaceId: number,
  { limit, stop }: { limit: number; stop?: AbortSignal | undefined },
): Promise<Round> {
  const round: Round = { handed: 0, more: false };
  for (let number = 0, lanes = 1; number < lanes; number++) {
    const start = ports.clock.elapsed();
    const taken = await take(ports, workspaceId, number, limit);
    lanes = taken.lanes;
    if (taken.kind === 'missing') ports.log.error({ workspaceId }, taken.setting);
    if (taken.kind === 'missing') continue;
    const done =
      taken.kind === 'kept' ? taken.round : await hand(ports, workspaceId, taken, { checkedAt: start, stop });
    round.handed += done.handed;
    round.more ||= done.more;
    if (done.handed > 0) ports.ring(workspaceId);
  }
  return round;
}

/** Takes due mails of one lane; where they stay in the house, they are done with. */
const take = ({ inStore, providers, config, random }: SendPorts, workspaceId: number, number: number, limit: number) =>
  inStore(workspaceId, async (store, here): Promise<Taken> => {
    const only = { lanes: 1 };
    if (here.stopped) return { ...only, kind: 'kept', round: { handed: 0, more: false } };
    if (number === 0) await store.sending.release(limit);
    const usual = providers[here.provider];
    if (usual.where === 'inside') return { ...only, kind: 'kept', round: await usual.keep(store, here, limit, config) };
    const senders = await store.sending.senders();
    const lanes = lanesOf(senders, here.provider);
    const lane = lanes[number];
    const provider = lane && providers[lane.provider];
    if (!provider || provider.where === 'inside') return { ...only, kind: 'kept', round: { handed: 0, more: false } };
    const connection = await openConnection(provider, store, here, config);
    if ('missing' in connection) return { lanes: lanes.length, kind: 'missing', setting: connection.missing };
    const together = connection.together?.most;
    const claimed = await takeFrom(store, here, provider, {
      limit: together !== undefined && together > 1 ? together : limit, // a request takes as long however many mails it has
      together,
      base: config,
      senders,
      lane,
    });
    if (!claimed) return { lanes: lanes.length, kind: 'kept', round: { handed: 0, more: false } };
    const health = new Health(
      { inStore, random },
      { workspaceId, provider: lane.provider, before: claimed.trouble, troubled: claimed.troubled },
    );
    return { lanes: lanes.length, kind: 'claimed', provider, connection, batch: claimed.batch, health };
  });

/** What was taken of a lane, and how many lanes there are. */
type Taken = { lanes: number } & (
  | { kind: 'kept'; round: Round }
  | { kind: 'missing'; setting: string }
  | ({ kind: 'claimed' } & HandOver)
);

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
