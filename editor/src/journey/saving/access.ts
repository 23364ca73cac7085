import type { AskLease, Lease, Person } from '@tabiji/shared/api/drafts.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What may be done with the draft in this window. */
export type Access =
  /** It is drawn here; `asked`: somebody would like to take over, at `until` (ms) at the latest. */
  | { kind: 'edit'; asked: { person: Person; until: number | null } | null }
  /** Somebody else draws it; it is shown as they do. `until`: when it is handed over to this window. */
  | { kind: 'watch'; holder: Person; isTaking: boolean; until: number | null }
  /** The published version is shown; beside it there is a draft of somebody else's. */
  | { kind: 'published'; by: Person }
  /** That draft is looked at. */
  | { kind: 'look'; by: Person };

export interface AccessKeeper {
  store: StoreApi<Access>;
  /** Begins to say that this window is here; answers how to stop. */
  start(): () => void;
  /** Asks the holder to hand over, or takes the question back. */
  take(isTaking: boolean): void;
  /** Gives the draft to whoever asked. */
  handOver(): Promise<void>;
  /** From looking at somebody's draft to drawing in it. */
  edit(): Promise<void>;
  look(): Promise<void>;
}

interface Options {
  start: Access;
  ask: (want: AskLease['want'], options?: { leaving: boolean }) => Promise<Lease>;
  /** Saves what is not saved, before somebody else draws. */
  flush: () => Promise<void>;
  /** The draft is at this revision now; resolves when it is shown. */
  onRev: (rev: number) => Promise<void>;
}

const EVERY_MS = { edit: 5000, watch: 3000, look: 5000, published: 10_000 };

/** Keeps the lease of a draft, or looks whether it has become free. Without a connection everything stays as it is. */
export function createAccess({ start, ask, flush, onRev }: Options): AccessKeeper {
  const store = createStore<Access>(() => start);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let stopped = true;
  const set = (access: Access) => isSame(access, store.getState()) || store.setState(access, true);

  const hear = async (lease: Lease) => {
    const access = store.getState();
    const { mine, holder, rev } = lease;
    const inMs = lease.asked?.inMs ?? null;
    const until = inMs === null ? null : Date.now() + inMs;
    if (access.kind === 'edit') {
      if (mine) set({ kind: 'edit', asked: lease.asked && { person: lease.asked.person, until } });
      else if (holder) {
        await flush().catch(() => undefined); // the chip says so
        set({ kind: 'watch', holder, isTaking: false, until: null });
      }
      return mine ? onRev(rev) : undefined;
    }
    if (access.kind === 'published') return undefined;
    await onRev(rev);
    const now = store.getState(); // loading took its time
    if (now.kind !== 'watch') return undefined;
    if (mine) set({ kind: 'edit', asked: null });
    else if (holder) set({ ...now, holder, until: now.isTaking ? until : null });
  };
  const wanted = (access: Access): AskLease['want'] => {
    if (access.kind === 'edit') return 'edit';
    if (access.kind === 'watch') return access.isTaking ? 'take' : 'edit';
    return 'view';
  };
  const poll = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    const isLast = () => mine === turn; // a later question's answer is the truth
    const access = store.getState();
    const isIdle = access.kind !== 'edit' && document.visibilityState === 'hidden';
    const answered = isIdle
      ? Promise.resolve()
      : ask(wanted(access)).then((lease) => (isLast() ? hear(lease) : undefined));
    await answered.catch(() => undefined); // offline: as before
    if (!stopped && isLast()) timer = setTimeout(() => void poll(), EVERY_MS[store.getState().kind]);
  };
  const onShown = () => document.visibilityState === 'visible' && void poll();
  const onHide = () => void ask('leave', { leaving: true }).catch(() => undefined);
  return {
    store,
    start() {
      stopped = false;
      timer = setTimeout(() => void poll(), 1000);
      document.addEventListener('visibilitychange', onShown);
      window.addEventListener('pagehide', onHide);
      return () => {
        stopped = true;
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', onShown);
        window.removeEventListener('pagehide', onHide);
        void flush()
          .catch(() => undefined)
          .then(() => ask('leave'))
          .catch(() => undefined); // it runs out by itself
      };
    },
    take(isTaking) {
      const access = store.getState();
      if (access.kind !== 'watch') return;
      set({ ...access, isTaking, until: null });
      void (isTaking ? poll() : ask('view').then(poll, poll));
    },
    async handOver() {
      await flush();
      const { asked } = store.getState() as Extract<Access, { kind: 'edit' }>;
      await ask('leave');
      if (asked) set({ kind: 'watch', holder: asked.person, isTaking: false, until: null });
      await poll();
    },
    async edit() {
      const lease = await ask('edit');
      await onRev(lease.rev);
      if (lease.mine) set({ kind: 'edit', asked: null });
      else if (lease.holder) set({ kind: 'watch', holder: lease.holder, isTaking: false, until: null });
    },
    async look() {
      const access = store.getState();
      if (access.kind !== 'published') return;
      await onRev((await ask('view')).rev);
      set({ kind: 'look', by: access.by });
    },
  };
}

/** Nobody hears of what stays as it was. */
const isSame = (a: Access, b: Access): boolean => JSON.stringify(a) === JSON.stringify(b);
