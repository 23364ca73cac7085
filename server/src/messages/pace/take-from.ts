import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import { isInLane, type Lane } from '../../senders/lanes.ts';
import { type Batch, type Claim, claimBatch } from '../claim-batch.ts';
import type { OutsideProvider } from '../providers/provider.ts';
import { openLines } from './gate.ts';
import { readLine } from './line.ts';
import { passage, PROBE_LEASE_MS, type Trouble } from './trouble.ts';

/** What was claimed, and what was wrong with its provider before. */
interface Taken {
  batch: Batch;
  trouble: Trouble | null;
  /** Senders whose mails were not taken before. */
  troubled: readonly string[];
}

/**
 * Claims mails of a provider that may be asked now, and lets those go on whose turn has come.
 * @returns undefined: its provider must be left alone, or somebody else is trying it
 */
export async function takeFrom(
  store: Store,
  here: Here,
  provider: OutsideProvider,
  claim: Claim & { lane: Lane },
): Promise<Taken | undefined> {
  const { lane } = claim;
  const { trouble, lines, troubled } = await store.sending.gate(lane.provider);
  const way = passage(trouble, here.realNow);
  if (way === 'none') return undefined;
  const own = lines.filter(({ line }) => isInLane(lane, readLine(line).sender));
  const take = (limit: number) =>
    claimBatch(store, here, provider, { ...claim, limit, lines: openLines(here, own, limit) });
  if (way === 'all' || trouble === null) return { batch: await take(claim.limit), trouble, troubled };
  // Of all senders one tries a provider that is out of order, with one mail.
  const trying = { ...trouble, waitsUntil: here.realNow + PROBE_LEASE_MS };
  if (!(await store.sending.changeTrouble(lane.provider, trouble, trying))) return undefined;
  const batch = await take(1);
  if (batch.toSend.length === 0 && !batch.shared?.mails.length)
    await store.sending.changeTrouble(lane.provider, trying, trouble);
  return { batch, trouble: trying, troubled };
}
