import { createStore, delMany, get, keys, set, setMany, type UseStore } from 'idb-keyval';
import type { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { PackedHistory } from '../doc/packed-history.ts';

/** What was drawn in a window and not saved yet, and the way back from there. */
export interface Work {
  /** Of the draft that the patches were made of. */
  rev: number;
  patches: Patch[];
  labels: Words[];
  history: PackedHistory;
  /** When it was written, ms. */
  at: number;
}

/** A window's copy of a draft: as the server had it last, and what was done since. */
export interface LocalDraft {
  base: JourneyDetail;
  work: Work;
}

/** What windows of this browser keep of one journey's draft, so that nothing is lost when they are closed or crash. */
export interface LocalDrafts {
  /** Keeps what was done; small, for every change. */
  keepWork(work: Work): Promise<void>;
  /** Keeps a new state of the server's together with what is left to do, both or none. */
  keepBase(base: JourneyDetail, work: Work): Promise<void>;
  /** What this window kept, or the last one that is closed now and had not saved; it belongs to this window then. */
  take(): Promise<LocalDraft | undefined>;
}

interface Options {
  tab: string;
  openTabs: () => Promise<ReadonlySet<string>>;
}

const KEPT_MS = 30 * 86_400_000;
let database: UseStore | undefined;
const store = () => (database ??= createStore('tabiji', 'drafts'));

/** @throws (every method) when the browser keeps nothing, as in some private windows */
export function localDrafts(journey: number, { tab, openTabs }: Options): LocalDrafts {
  const baseKey = (of: string) => `base ${journey} ${of}`;
  const workKey = (of: string) => `work ${journey} ${of}`;
  const read = async (of: string): Promise<LocalDraft | undefined> => {
    const [base, work] = await Promise.all([get<JourneyDetail>(baseKey(of), store()), get<Work>(workKey(of), store())]);
    return base && work && base.rev === work.rev ? { base, work } : undefined;
  };
  return {
    keepWork: (work) => set(workKey(tab), work, store()),
    keepBase: (base, work) =>
      setMany(
        [
          [baseKey(tab), base],
          [workKey(tab), work],
        ],
        store(),
      ),
    async take() {
      const own = await read(tab);
      if (own) return own;
      const tabs = await windowsOf(journey);
      const open = await openTabs();
      const closed = tabs.filter((each) => each !== tab && !open.has(each));
      const found = await Promise.all(closed.map(async (each) => ({ each, draft: await read(each) })));
      const [last] = found
        .flatMap(({ each, draft }) => (draft ? [{ each, draft }] : []))
        .toSorted((a, b) => rank(b.draft) - rank(a.draft));
      const stale = found.filter(({ each, draft }) => each === last?.each || !draft || isPast(draft));
      if (last) await this.keepBase(last.draft.base, last.draft.work);
      await delMany(
        stale.flatMap(({ each }) => [baseKey(each), workKey(each)]),
        store(),
      );
      return last?.draft;
    },
  };
}

/** Unsaved work before saved work, then the newest. */
const rank = ({ work }: LocalDraft) => (work.patches.length > 0 ? 1e15 : 0) + work.at;

/** Nothing to save, and nobody will want to undo it any more. */
const isPast = ({ work }: LocalDraft) => work.patches.length === 0 && Date.now() - work.at > KEPT_MS;

async function windowsOf(journey: number): Promise<string[]> {
  const start = `work ${journey} `;
  const all = await keys<string>(store());
  return all.flatMap((key) => (key.startsWith(start) ? key.slice(start.length) : []));
}
