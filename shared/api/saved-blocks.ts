import { z } from 'zod';

/** A piece of a mail that is kept under a name; mails get copies of it. */
export const SavedBlock = z.object({ id: z.int(), name: z.string(), mjml: z.string() });
export type SavedBlock = z.infer<typeof SavedBlock>;
export const SaveBlock = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('a block of that name is replaced'),
  mjml: z.string().min(1).max(100_000).describe('MJML of sections, or of what stands in a column'),
});
export type SaveBlock = z.infer<typeof SaveBlock>;
