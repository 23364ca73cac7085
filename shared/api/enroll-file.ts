import { z } from 'zod';

/** What became of a file of customers who were to be let in by hand. */
export const EnrolledFile = z.object({
  enrolled: z.int(),
  refused: z
    .array(z.object({ line: z.int(), customer: z.string(), because: z.string() }))
    .describe('the first thousand of them, with the line in the file'),
  refusedTotal: z.int(),
});
export type EnrolledFile = z.infer<typeof EnrolledFile>;
