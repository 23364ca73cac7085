import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import type { Due } from './claim.sql.ts';
import { pinnedFor } from './compose.ts';
import { type Finished, finished, type Pinned, refused } from './due.ts';
import { maySend } from './may-send.ts';
import type { OutsideProvider } from './providers/provider.ts';

/** The same key counts as one for 24 hours; an hour is left for slow clocks and queues. */
export const SAME_KEY_MS = 23 * 3_600_000;

export interface Claimed {
  due: Due;
  pinned: Pinned;
}

export interface Batch {
  toSend: Claimed[];
  /** Refused by the checks, or unknown for good. */
  settled: Finished[];
  templates: Map<number, CompiledTemplate>;
  full: boolean;
}

/** Leases mails, checks them, and fixes in the same transaction what each of them will say. */
export async function claimBatch(
  { sending }: Store,
  here: Here,
  provider: OutsideProvider,
  limit: number,
): Promise<Batch> {
  const rows = await sending.claimDue({ limit, mark: provider.sameKeyIsSafe });
  const toSend: Claimed[] = [];
  const settled: Finished[] = [];
  for (const due of rows) {
    const tried = due.firstAttemptAt?.getTime();
    if (tried !== undefined && (!provider.sameKeyIsSafe || here.realNow - tried >= SAME_KEY_MS)) {
      settled.push(finished(due, 'unknown', { because: 'outcome_unknown' }));
      continue;
    }
    const verdict = maySend(due.check, { address: true });
    if ('refused' in verdict) settled.push(refused(due, verdict.refused));
    else toSend.push({ due, pinned: pinnedFor(due, here) });
  }
  const fresh = toSend.filter(({ due }) => due.pinned === null);
  await sending.pin(fresh.map(({ due, pinned }) => ({ id: due.id, pinned, batch: due.batch })));
  const ids = new Set(toSend.map(({ due }) => due.templateVersion).filter((id) => id !== null));
  return { toSend, settled, templates: await sending.templates([...ids]), full: rows.length === limit };
}
