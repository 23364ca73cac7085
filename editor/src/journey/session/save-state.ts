import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Path } from '@tabiji/shared/journey/patches/patch.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { ApiError } from '../../api/request.ts';

/** The server's draft and the one here contradict each other, both made of `base`. */
export interface Conflict {
  base: JourneyGraph;
  theirs: JourneyGraph;
  rev: number;
  /** Where; none: each change goes with the others, the whole does not. */
  places: Path[];
  person: Person | null;
  /** What they did, where it is known. */
  labels: Words[];
}

/** How the draft stands with the server. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'failed'; message: string }
  | { kind: 'conflict'; conflict: Conflict };

export interface Saved {
  state: SaveState;
  rev: number;
  /** Whether the draft differs from the published version. */
  changed: boolean;
  /** Whether what is not saved yet is kept in this browser. */
  isKept: boolean;
  /** Counts up whenever others' changes were put together with the ones here. */
  merges: number;
}

/** The server is away; trying again will help. */
export const isPassing = ({ code }: ApiError): boolean => code === 'unreachable' || code === 'unavailable';

export function stateAfter(error: unknown): SaveState {
  if (!(error instanceof ApiError)) return { kind: 'failed', message: String(error) };
  return isPassing(error) ? { kind: 'offline' } : { kind: 'failed', message: error.message };
}
