import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { DocState, DocStore } from './doc-store.ts';

export const DocContext = createContext<DocStore | null>(null);

/** The store of the mail that is being written. */
export function useDocStore(): DocStore {
  const store = use(DocContext);
  if (!store) throw new Error('no mail is being written here');
  return store;
}

/** One thing of the mail; drawn again when it changes. */
export const useDoc = <T>(select: (state: DocState) => T): T => useStore(useDocStore(), select);
