import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clip, Mention } from './clip.ts';
import type { PortRef } from '../doc/ports.ts';
import type { Carried } from './carried.ts';

/**
 * Something that is still to be chosen: a node for a way to join or to go back to, which way out of a node to delete, or
 * what type to make of it.
 */
export type Choosing =
  | { what: 'merge' | 'goto'; at: PortRef; targets: readonly NodeId[] }
  | { what: 'arm' | 'type'; node: NodeId };

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
  pasting: { clip: Clip; at: PortRef | null; missing: readonly Mention[]; shared: readonly string[] } | null;
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
