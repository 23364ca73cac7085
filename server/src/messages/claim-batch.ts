import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import type { LinkBase } from '../preferences/mail-links.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import type { Due } from './claim.sql.ts';
import type { Lane } from '../senders/lanes.ts';
import type { SenderBook } from '../senders/sender-book.ts';
import { pinnedFor } from './compose.ts';
import { type Finished, finished, type Pinned } from './due.ts';
import { type Allowed, judge } from './judge.ts';
import type { Opened } from './pace/gate.ts';
import { inPace } from './pace/in-pace.ts';
import type { OutsideProvider } from './providers/provider.ts';

/** The same key counts as one for 24 hours; an hour is left for slow clocks and queues. */
export const SAME_KEY_MS = 23 * 3_600_000;

export interface Claimed extends Allowed {
  pinned: Pinned;
  /** An attempt whose outcome is unknown may be made again: its provider knows the mail by its key, or its sender would rather be read twice than not at all. */
  mayRepeat: boolean;
}

export interface Batch {
  toSend: Claimed[];
  /** Refused by the checks, or unknown for good. */
  settled: Finished[];
  templates: Map<number, CompiledTemplate>;
  full: boolean;
}

/** What is to be claimed. */
export interface Claim {
  limit: number;
  base: LinkBase;
  senders: SenderBook;
  lane?: Lane;
  /** Lines that let mails go. */
  lines?: readonly Opened[];
}

/** Leases mails, checks them, and fixes in the same transaction what each of them will say. */
export async function claimBatch(
  store: Store,
  here: Here,
  provider: OutsideProvider,
  { limit, base, senders, lane, lines = [] }: Claim,
): Promise<Batch> {
  const { sending } = store;
  const rows = await sending.claimDue({ limit, mark: provider.sameKeyIsSafe, lane, lines });
  const mayRepeat = ({ sender, pinned }: Due): boolean =>
    provider.sameKeyIsSafe || senders.of(pinned?.sender ?? sender).policy === 'never_missed';
  const isUnknown = (due: Due): boolean =>
    due.firstAttemptAt !== null && (!mayRepeat(due) || here.realNow - due.firstAttemptAt.getTime() >= SAME_KEY_MS);
  const judged = await judge(
    store,
    here,
    rows.filter((due) => !isUnknown(due)),
    { needsAddress: true, claimed: true },
  );
  const unknown = rows.filter(isUnknown).map((due) => finished(due, 'unknown', { because: 'outcome_unknown' }));
  const go = await inPace(store, here, judged.go);
  const asking = go.length > 0 ? await sending.asking() : undefined;
  const toSend = go.map((one): Claimed => ({
    ...one,
    pinned: pinnedFor(one.due, here, { base, senders, asking }),
    mayRepeat: mayRepeat(one.due),
  }));
  const fresh = toSend.filter(({ due }) => due.pinned === null);
  await sending.pin(fresh.map(({ due, pinned }) => ({ id: due.id, pinned, batch: due.batch })));
  const ids = new Set(toSend.map(({ due }) => due.templateVersion).filter((id) => id !== null));
  return {
    toSend,
    settled: [...unknown, ...judged.settled],
    templates: await sending.templates([...ids]),
    full: judged.more || rows.length === limit,
  };
}
