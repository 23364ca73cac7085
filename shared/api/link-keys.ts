import { z } from 'zod';

/** What links in mails are signed with. The keys themselves are never shown. */
export const LinkKeys = z.object({
  believed: z.int().describe('whose links are believed: the one that signs, and all before it'),
  since: z.string().describe('real time since which the last one signs'),
});
export type LinkKeys = z.infer<typeof LinkKeys>;

export const RotateLinkKeys = z.strictObject({
  believed: z.int().min(1).describe('how many there were when somebody decided to change the key'),
});
export type RotateLinkKeys = z.infer<typeof RotateLinkKeys>;
