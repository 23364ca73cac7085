import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import { sha256 } from '../hash.ts';
import type { LinkBase } from '../preferences/mail-links.ts';
import type { CompiledTemplate } from '../templates/render-liquid.ts';
import type { Again } from './again.sql.ts';
import type { Due } from './due-mail.sql.ts';
import type { Lane } from '../senders/lanes.ts';
import type { SenderBook } from '../senders/sender-book.ts';
import { Desk } from './desk.ts';
import { orderItems, versionIds } from './order-items.ts';
import { type Finished, finished, type Pinned } from './due.ts';
import { type Allowed, judge } from './judge.ts';
import { type Parts, spellOut } from './parts.ts';
import type { Opened } from './pace/gate.ts';
import { inPace } from './pace/in-pace.ts';
import { untried } from './outcome.ts';
import type { OutsideProvider } from './providers/provider.ts';

/** The same key counts as one for 24 hours; an hour is left for slow clocks and queues. */
export const SAME_KEY_MS = 23 * 3_600_000;
/** Before a request is looked at again of which one mail must wait. */
const WAIT_MS = 60_000;

export interface Claimed extends Allowed {
  pinned: Pinned;
  /** Of one that is written for the first time: from which `pinned` follows. */
  parts?: Parts;
  /** An attempt whose outcome is unknown may be made again: its provider knows the mail by its key, or its sender would rather be read twice than not at all. */
  mayRepeat: boolean;
}

export interface Batch {
  /** Each in a request of its own. */
  toSend: Claimed[];
  /** In one request, under its key. */
  shared?: { key: string; mails: Claimed[] } | undefined;
  /** Refused by the checks, or unknown for good. */
  settled: Finished[];
  templates: Map<number, CompiledTemplate>;
  full: boolean;
}

/** What is to be claimed. */
export interface Claim {
  limit: number;
  /** The most mails of one request; absent for a provider that takes each mail by itself. */
  together?: number | undefined;
  base: LinkBase;
  senders: SenderBook;
  lane?: Lane;
  /** Lines that let mails go. */
  lines?: readonly Opened[];
}

/** Leases mails, checks them, and fixes in the same transaction what each of them will say and who shares a request. */
export async function claimBatch(
  store: Store,
  here: Here,
  provider: OutsideProvider,
  { limit, together, base, senders, lane, lines = [] }: Claim,
): Promise<Batch> {
  const { sending } = store;
  const mark = provider.sameKeyIsSafe;
  const earlier = together === undefined ? undefined : await sending.claimShared(mark);
  const rows = earlier?.due ?? (await sending.claimDue({ limit, mark, lane, lines, together }));
  const mayRepeat = ({ sender, pinned }: Due): boolean =>
    provider.sameKeyIsSafe || senders.of(pinned?.sender ?? sender).policy === 'never_missed';
  const isUnknown = (due: Due): boolean =>
    due.firstAttemptAt !== null && (!mayRepeat(due) || here.realNow - due.firstAttemptAt.getTime() >= SAME_KEY_MS);
  const known = rows.filter((due) => !isUnknown(due));
  const judged = await judge(store, here, known, { needsAddress: true, claimed: true });
  const unknown = rows.filter(isUnknown).map((due) => finished(due, 'unknown', { because: 'outcome_unknown' }));
  // who was asked for before has been counted
  const go = earlier ? judged.go : await inPace(store, here, judged.go);
  const asking = go.length > 0 ? await sending.asking() : undefined;
  const templates = await sending.templates(versionIds(go.map(({ due }) => due)));
  const items = await orderItems(
    store,
    go.map(({ due }) => due),
    templates,
  );
  const desk = new Desk(here, { base, senders, asking, items });
  const written = go.map((one): Claimed => {
    const { due } = one;
    const repeats = mayRepeat(due);
    if (due.pinned) return { ...one, pinned: due.pinned, mayRepeat: repeats };
    const parts = desk.partsFor(due);
    return { ...one, pinned: spellOut(parts, due.id, here), parts, mayRepeat: repeats };
  });
  const isBroken = earlier !== undefined && judged.go.length + judged.settled.length < known.length;
  if (isBroken) await sending.putBack(written.map(waitsForOthers));
  const ready = isBroken ? [] : written;
  const joining = together !== undefined && together > 1 ? ready.filter(({ due }) => due.batch) : [];
  const key = joining.length > 1 ? requestKey(joining[0]!.due) : undefined;
  await sending.pin(
    ready
      .filter(({ due }) => due.pinned === null || (key !== undefined && due.batch))
      .map(({ due, pinned, parts }) => ({ id: due.id, pinned, parts, batch: due.batch && { ...due.batch, key } })),
  );
  const shared = earlier ? { key: earlier.key, mails: ready } : key === undefined ? undefined : { key, mails: joining };
  return {
    toSend: shared ? ready.filter((one) => !shared.mails.includes(one)) : ready,
    shared,
    settled: [...unknown, ...judged.settled],
    templates,
    full: judged.more || earlier !== undefined || rows.length === limit,
  };
}

/** Another mail of its request must wait, and it can only be asked for with that one. */
export const waitsForOthers = (one: Pick<Claimed, 'due'>): Again => ({
  ...untried(one, 'waits_for_others'),
  keepsPlace: false,
  afterMs: WAIT_MS,
});

/** No other request has it: a mail is the first of one batch only once. */
const requestKey = ({ key, batch }: Due): string => `batch-${sha256(`${key}\n${batch?.id}`, 'hex').slice(0, 48)}`;
