import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clip, Mention } from './clip.ts';
import type { PortRef } from '../doc/ports.ts';
import type { Carried } from './carried.ts';

/** A node that is still to be chosen: for a way to join, or to go back to. */
export interface Choosing {
  what: 'merge' | 'goto';
  at: PortRef;
  targets: readonly NodeId[];
}

/** What is picked up, and what is asked before something is put down. Nothing of it is saved or undone. */
export interface MovingState {
  carried: Carried | null;
  /** The slot it would be put down at now, by the id of its route. */
  target: string | null;
  /** Why it cannot be put down where the pointer is. */
  reason: Words | null;
  /** The open end that is being led to a card. */
  leading: PortRef | null;
  choosing: Choosing | null;
  /** Waits for the choice of what it mentions and does not exist here. */
  pasting: { clip: Clip; at: PortRef | null; missing: readonly Mention[] } | null;
  /** Where the menu of the selected nodes is open, in pixels of the page. */
  menu: { x: number; y: number } | null;
}

export type MovingStore = StoreApi<MovingState>;

/** One store per open journey. */
export const createMovingStore = (): MovingStore =>
  createStore<MovingState>(() => ({
    carried: null,
    target: null,
    reason: null,
    leading: null,
    choosing: null,
    pasting: null,
    menu: null,
  }));
