import { setTimeout } from 'node:timers/promises';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { openConnection } from '../../domains/open-connection.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import { Health } from '../pace/health.ts';
import { passage, PROBE_LEASE_MS, type Trouble } from '../pace/trouble.ts';
import type { Connection, Handed, Mail } from '../providers/provider.ts';
import type { SendPorts } from '../send-ports.ts';
import { reserve } from './reserve.ts';
import { keptBack } from './reasons.ts';

/** A mail that no journey asked for: a test, or the question whether a sign-up was meant. */
export interface Single {
  /** Its number where it stays in the house; nothing else has it. */
  id: number;
  mail: Mail;
  /** Key of the sender whose account, paces and health it has. */
  sender: string;
  /** What it is listed under where it stays in the house. */
  template: string;
  /** Somebody waits for it, as for a mail about an order: a sender whose promotions have stopped sends it all the same. */
  essential: boolean;
}

export interface SingleSent {
  /** By which service it went, or would have gone. */
  provider: Provider;
  handed: Handed;
}

const DEADLINE_MS = 30_000;

/**
 * Hands one mail over, once and at once, by the provider of its sender. It obeys what all mails obey: the stop of all
 * sending, a provider in trouble, a sender that has stopped, limits of a minute. It goes before whoever waits in line
 * and counts like them: the next free token is its own, and it waits for that a few seconds at most. What is sent in a
 * day of a warm-up counts it and does not hold it. What may have been accepted is never tried again.
 * @returns as a reason why it does not go a sentence in the workspace's language
 */
export async function sendSingle(
  ports: Omit<SendPorts, 'ring' | 'log'>,
  workspaceId: number,
  single: Single,
): Promise<SingleSent> {
  const pass = await ports.inStore(workspaceId, (store, here) => passFor(ports, store, here, single));
  if ('handed' in pass) return pass;
  const { provider, connection, sender, trouble, waitMs } = pass;
  try {
    await setTimeout(waitMs);
    let stopped: Handed | undefined;
    const handed = await connection.hand(single.mail, {
      signal: ports.clock.deadline(DEADLINE_MS),
      async mayLeave() {
        stopped = await ports.inStore(workspaceId, (_, here) => Promise.resolve(stoppedBy(here, single, sender)));
        return stopped === undefined;
      },
      isFresh: () => true,
    });
    // a test in a name that is not let through stops nobody else
    if (handed.kind !== 'later' || !handed.sender) {
      const health = new Health(ports, { workspaceId, provider, before: trouble });
      await health.hear(handed, single.sender);
      await health.end();
    }
    return { provider, handed: stopped ?? handed };
  } finally {
    connection.close();
  }
}

interface Pass {
  provider: Provider;
  connection: Connection;
  /** What colleagues call its sender. */
  sender: string;
  /** What was wrong with the provider when it was asked. */
  trouble: Trouble | null;
  waitMs: number;
}

/** Takes the token under which a mail may go, or says why it may not; where mails stay in the house, it is kept. */
async function passFor(
  { providers, config }: Pick<SendPorts, 'providers' | 'config'>,
  store: Store,
  here: Here,
  single: Single,
): Promise<Pass | SingleSent> {
  const senders = await store.sending.senders();
  const sender = senders.of(single.sender);
  const usual = providers[here.provider];
  const name = usual.where === 'inside' ? here.provider : (sender.provider ?? here.provider);
  const provider = providers[name];
  const no = (handed: Handed): SingleSent => ({ provider: name, handed });
  const stopped = stoppedBy(here, single, sender.name);
  if (stopped) return no(stopped);
  if (usual.where === 'inside' || provider.where === 'inside') {
    const { id, mail, template } = single;
    await store.sending.keep([{ ...mail, id, customerId: null, journeyId: null, template }]);
    return no({ kind: 'accepted', providerId: null });
  }
  const { trouble } = await store.sending.gate(name);
  const way = passage(trouble, here.realNow);
  if (way === 'none') return no(keptBack('provider_waits', here, { trouble: trouble! }));
  const connection = await openConnection(provider, store, here, config);
  if ('missing' in connection) return no({ kind: 'later', because: connection.missing });
  // A service that is out of order is tried by one mail at a time, whoever's it is.
  const trying = way === 'one' && trouble ? { ...trouble, waitsUntil: here.realNow + PROBE_LEASE_MS } : trouble;
  if (trying !== trouble && !(await store.sending.changeTrouble(name, trouble, trying)))
    return no(keptBack('provider_waits', here, { trouble: trouble! }));
  const waitMs = await reserve(store, here, { sender: sender.key, email: single.mail.to });
  if (waitMs === undefined) {
    if (trying !== trouble) await store.sending.changeTrouble(name, trying, trouble);
    connection.close();
    return no(keptBack('pace', here, { sender: sender.name }));
  }
  return { provider: name, connection, sender: sender.name, trouble: trying, waitMs };
}

/** Why no mail of its kind may go now. @param name what colleagues call its sender */
function stoppedBy(here: Here, { sender, essential }: Single, name: string): Handed | undefined {
  if (here.stopped) return keptBack('stopped', here, {});
  const isPaused = !essential && here.pausedSenders.includes(sender);
  return isPaused ? keptBack('sender_paused', here, { sender: name }) : undefined;
}
