import { z } from 'zod';

/** A picture that mails can show. */
export const ImageRow = z.object({
  id: z.string(),
  name: z.string(),
  alt: z.string(),
  url: z.string().describe('where mail programs fetch it; never changes'),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  at: z.string(),
  usedIn: z.array(z.string()).describe('names of templates that show it now'),
});
export type ImageRow = z.infer<typeof ImageRow>;

export const NewImage = z.object({
  name: z.string().min(1).max(200),
  wide: z.enum(['true', 'false']).optional().describe('for the whole width of a mail on large screens'),
});
export const SaveImage = z.strictObject({ alt: z.string().max(300) });
