import type { Finding } from '@tabiji/shared/api/domains.ts';
import type { Token } from '../tokens.ts';

/** The colour of how something is; the word beside it says the same. */
export const STATE_TOKENS: Readonly<Record<Finding['state'] | 'unchecked', Token>> = {
  good: 'start',
  mend: 'error',
  unknown: 'branch',
  unchecked: 'muted',
};
