import { z } from 'zod';
import type { Problem } from '../journey/problem.ts';

/** What only the server knows to be wrong with a draft: its mails' texts, the customers' data, the last month. */
export const Checks = z.object({
  /** Of the draft at this revision. */
  rev: z.int(),
  problems: z.array(z.custom<Problem>((value) => typeof value === 'object' && value !== null)),
});
export type Checks = z.infer<typeof Checks>;
