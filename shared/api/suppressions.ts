import { z } from 'zod';
import { SuppressionReason } from '../sending/suppression.ts';

export const SuppressionRow = z.object({
  id: z.string().describe('names the address without telling it'),
  hint: z
    .string()
    .nullable()
    .describe('enough of the address for somebody who knows it; null: the customer was erased'),
  reason: SuppressionReason,
  at: z.string(),
  note: z.string().nullable(),
  actor: z.string().nullable(),
});
export type SuppressionRow = z.infer<typeof SuppressionRow>;

export const SuppressionPage = z.object({
  suppressions: z.array(SuppressionRow),
  next: z.string().nullable(),
  total: z.int().describe('all of the workspace'),
});
export type SuppressionPage = z.infer<typeof SuppressionPage>;

export const SuppressionQuery = z.object({
  q: z.string().max(320).optional().describe('a whole address, or a part of what is shown of it'),
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'not a page')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Addresses that are not to be written to any more. */
export const SuppressAddresses = z.strictObject({
  addresses: z.array(z.string().trim().min(3).max(320)).min(1).max(1000),
  reason: z.enum(['staff', 'hard_bounce', 'complaint', 'import']).default('staff'),
  note: z.string().max(500).optional(),
});
export type SuppressAddresses = z.infer<typeof SuppressAddresses>;

/** Takes an address back; the note says why, and is kept. */
export const ReleaseAddress = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string().min(1).max(500),
});
export type ReleaseAddress = z.infer<typeof ReleaseAddress>;

export const Suppressed = z.object({
  suppressed: z.int().describe('that were not suppressed before, or for a milder reason'),
  refused: z.array(z.object({ line: z.int(), text: z.string() })).describe('the first rows without an address'),
});
export type Suppressed = z.infer<typeof Suppressed>;
