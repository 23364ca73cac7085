import { z } from 'zod';
import { LOCALES } from '../locale.ts';

const Text = z.string().trim().min(1).max(40);

/** One rank of the ladder: what it is called, and from where to where it reaches. What is absent does not matter. */
export const CpmRank = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'a rank key has small letters, digits and _, such as loyal'),
  name: z.record(z.enum(LOCALES), Text),
  orders: z.int().min(1).optional().describe('at least so many days with a counted order'),
  tenure: z.int().min(0).optional().describe('at least so many days from the first to the last of them'),
  tenureBelow: z.int().min(1).optional().describe('fewer days than this from the first to the last'),
  amount: z.int().min(0).optional().describe('at least this amount, in the smallest unit'),
  amountBelow: z.int().min(1).optional().describe('less than this amount'),
});
export type CpmRank = z.infer<typeof CpmRank>;

/** A shop's ladder: the first rank that fits wins; the last must fit everybody who ever bought. */
export const CpmSettings = z
  .strictObject({
    ranks: z.array(CpmRank).min(1).max(12),
    lapsesAfter: z.int().min(1).max(3650).describe('離脱: so many days after the last order'),
  })
  .refine(({ ranks }) => new Set(ranks.map(({ key }) => key)).size === ranks.length, {
    error: 'two ranks have the same key',
    path: ['ranks'],
  })
  .refine(({ ranks }) => fitsAnybody(ranks.at(-1)), {
    error: 'the last rank must fit everybody: it may ask for 1 order and nothing else',
    path: ['ranks'],
  });
export type CpmSettings = z.infer<typeof CpmSettings>;

const fitsAnybody = (rank: CpmRank | undefined): boolean =>
  rank !== undefined &&
  (rank.orders ?? 1) <= 1 &&
  (rank.tenure ?? 0) === 0 &&
  (rank.amount ?? 0) === 0 &&
  rank.tenureBelow === undefined &&
  rank.amountBelow === undefined;
