import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import { createContext, use } from 'react';

/** What conditions can speak about where they are edited. */
export interface Surroundings {
  catalogue: Catalogue;
  /** The nodes of the journey; undefined outside journeys. */
  nodes: readonly { id: string; name: string }[] | undefined;
}

export const SurroundingsContext = createContext<Surroundings>({
  catalogue: { attributes: [], events: [], segments: [], templates: [], ranks: [], topics: [], senders: [] },
  nodes: undefined,
});

export const useSurroundings = (): Surroundings => use(SurroundingsContext);
