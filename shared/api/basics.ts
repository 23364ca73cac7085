import { z } from 'zod';

/** An instant in an API answer or request: ISO 8601 with zone, for example `2026-04-01T09:00:00Z`. */
export const IsoInstant = z.iso.datetime({ offset: true });

/** A date or an instant; a date without a time counts as 12:00 in the workspace's zone. */
export const DateOrInstant = z.union([IsoInstant, z.iso.date()]).describe('instant, or date (counts as 12:00 local)');

/** Answer to every refused request. */
export const ErrorReply = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    details: z.unknown().optional(),
  }),
});
export type ErrorReply = z.infer<typeof ErrorReply>;

/** Keyset paging: pass the `next` of one page as `after` to get the following one. */
export const PageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;
