import { z } from 'zod';

/** What an order's item calls its product: `product` of `items`. */
export const ProductCode = z.string().trim().min(1).max(200);

/** Products that a mail recommends. */
export const Offer = z.strictObject({
  products: z.array(ProductCode).min(1).max(50),
  boughtWithin: z
    .int()
    .min(1)
    .max(730)
    .default(30)
    .describe('days: who has bought one of the products in them does not get the mail as a promotion'),
});
export type Offer = z.infer<typeof Offer>;

/** By template key. */
export type Offers = Readonly<Record<string, Offer>>;

/** The first product of a mail that nobody is to be led to now: out of stock, called back. */
export const pausedProduct = (offer: Offer | undefined, paused: readonly string[]): string | null =>
  offer?.products.find((product) => paused.includes(product)) ?? null;
