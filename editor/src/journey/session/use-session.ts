import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { OpenThreads } from '../comments/threads.ts';
import type { DocState } from '../doc/doc-store.ts';
import type { Access } from '../saving/access.ts';
import type { Look } from './look-store.ts';
import type { Saved } from './save-state.ts';
import type { SimState } from '../simulation/sim-store.ts';
import type { MovingState } from '../moving/moving-store.ts';
import type { LiveState } from './live-store.ts';
import type { Session } from './session.ts';
import type { UiState } from './ui-store.ts';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** The open journey. Its stores are read with the hooks below, always through a selector. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no journey is open here');
  return session;
}

export const useDoc = <T>(select: (state: DocState) => T): T => useStore(useSession().doc.store, select);
export const useUi = <T>(select: (state: UiState) => T): T => useStore(useSession().ui.store, select);
export const useMoving = <T>(select: (state: MovingState) => T): T => useStore(useSession().moving, select);
export const useLive = <T>(select: (state: LiveState) => T): T => useStore(useSession().live.store, select);
export const useTalk = <T>(select: (open: OpenThreads) => T): T => useStore(useSession().talk, select);
export const useSim = <T>(select: (state: SimState) => T): T => useStore(useSession().sim.store, select);
export const useSaved = <T>(select: (state: Saved) => T): T => useStore(useSession().autosave.store, select);
export const useLook = <T>(select: (state: Look) => T): T => useStore(useSession().look, select);
export const useAccess = <T>(select: (state: Access) => T): T => useStore(useSession().access.store, select);
