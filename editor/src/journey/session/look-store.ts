import { createStore, type StoreApi } from 'zustand/vanilla';

/** How one person looks at one journey; kept in their browser, no part of the journey. */
export interface Look {
  /** Whether the map is shown; null: as the journey's size suggests. */
  map: boolean | null;
  /** Ways whose branches are folded up. */
  folded: readonly string[];
}

const PLAIN: Look = { map: null, folded: [] };

/** One store per open journey, remembered from one visit to the next. */
export function createLookStore(journey: number, storage: Pick<Storage, 'getItem' | 'setItem'>): StoreApi<Look> {
  const key = `tabiji.look.${journey}`;
  const store = createStore<Look>(() => ({ ...PLAIN, ...read(storage.getItem(key)) }));
  store.subscribe((look) => {
    try {
      storage.setItem(key, JSON.stringify(look));
    } catch {
      // a full or forbidden storage: the look lasts as long as the page
    }
  });
  return store;
}

function read(text: string | null): Partial<Look> {
  if (text === null) return {};
  try {
    const { map, folded } = JSON.parse(text) as Partial<Look>;
    return {
      ...(typeof map === 'boolean' && { map }),
      ...(Array.isArray(folded) && { folded: folded.filter((way) => typeof way === 'string') }),
    };
  } catch {
    return {};
  }
}
