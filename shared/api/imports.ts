import { z } from 'zod';
import { TimeZone } from '../time.ts';

export const IMPORT_KINDS = ['customers', 'orders', 'events'] as const;
export const ImportKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKind>;

export const Delimiter = z.enum(['comma', 'tab', 'whitespace', 'semicolon']);
export type Delimiter = z.infer<typeof Delimiter>;
export const Encoding = z.enum(['utf-8', 'shift_jis']);
export type Encoding = z.infer<typeof Encoding>;

/** How a file is read. What is left out is detected from its beginning. */
export const ImportOptions = z.strictObject({
  delimiter: Delimiter.optional(),
  encoding: Encoding.optional(),
  header: z.boolean().optional(),
  /** Target field of each column, by position; null = the column is left out. `attributes.x`, `properties.x` name free ones. */
  columns: z.array(z.string().nullable()).optional(),
  /** Name of the event, where the rows do not carry one. */
  event: z.string().optional(),
  timeZone: TimeZone.optional(),
  decimals: z
    .int()
    .min(0)
    .max(4)
    .optional()
    .describe('decimals of the amounts: 2 makes 1177 of 11.77; detected when absent, 0 where no amount has any'),
  startJourneys: z.boolean().default(false).describe('false = 記録のみ: store and aggregate only'),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** What was detected, with the first rows as they would be read. */
export const ImportPreview = z.object({
  delimiter: Delimiter,
  encoding: Encoding,
  header: z.boolean(),
  columns: z.array(z.object({ name: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  decimals: z.int().describe('how many decimals the amounts are read with'),
  problems: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportState = z.enum(['uploading', 'waiting', 'running', 'done', 'failed', 'cancelled']);
export const ImportRow = z.object({
  id: z.int(),
  kind: ImportKind,
  file: z.string(),
  state: ImportState,
  startJourneys: z.boolean(),
  bytesTotal: z.int(),
  bytesDone: z.int(),
  rowsStored: z.int(),
  rowsUnchanged: z.int(),
  rowsRefused: z.int(),
  error: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;
export const Refusal = z.object({ line: z.int(), reason: z.string(), row: z.string() });
export type Refusal = z.infer<typeof Refusal>;
export const RefusalPage = z.object({ refusals: z.array(Refusal), next: z.string().nullable() });
export type RefusalPage = z.infer<typeof RefusalPage>;
