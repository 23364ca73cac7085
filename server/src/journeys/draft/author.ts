import type { Person } from '@tabiji/shared/api/drafts.ts';

/** Who changes a draft, and in which window; programs need not say. */
export interface Author {
  person: Person | null;
  tab: string | null;
}

export const NOBODY: Author = { person: null, tab: null };
