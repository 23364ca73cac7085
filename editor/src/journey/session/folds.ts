import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which branches are closed, by their routes; kept for this person in this browser. */
export interface FoldStore {
  store: StoreApi<{ folded: ReadonlySet<string> }>;
  set(routes: readonly string[], folded: boolean): void;
}

const isText = (each: unknown): each is string => typeof each === 'string';

/** The closed branches of one journey. */
export function createFoldStore(journey: number): FoldStore {
  const key = `tabiji-folds-${journey}`;
  const store = createStore(() => ({ folded: new Set(read(key)) as ReadonlySet<string> }));
  return {
    store,
    set(routes, folded) {
      const next = new Set(store.getState().folded);
      for (const route of routes)
        if (folded) next.add(route);
        else next.delete(route);
      store.setState({ folded: next });
      if (next.size > 0) localStorage.setItem(key, JSON.stringify([...next]));
      else localStorage.removeItem(key);
    },
  };
}

function read(key: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isText) : [];
  } catch {
    return []; // somebody else's, or broken: nothing is closed
  }
}
