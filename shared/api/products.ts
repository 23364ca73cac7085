import { z } from 'zod';
import { Offer, ProductCode } from '../sending/offer.ts';

/** What the shop sells, as its orders tell it. */
export const Products = z.object({
  known: z.array(z.object({ code: z.string(), name: z.string().nullable() })).describe('of the last orders'),
  paused: z.array(z.string()).describe('promotions that recommend one of them wait'),
  waiting: z.int().describe('mails that wait for that reason'),
});
export type Products = z.infer<typeof Products>;

export const PauseProducts = z.strictObject({ products: z.array(ProductCode).max(500) });

/** What a mail recommends. */
export const TemplateOffer = z.strictObject({ offer: Offer.nullable() });
export type TemplateOffer = z.infer<typeof TemplateOffer>;
