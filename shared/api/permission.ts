import { z } from 'zod';
import { IsoInstant } from './basics.ts';
import { SuppressionRow } from './suppressions.ts';

/** A yes or no with its proof; the newest first. */
export const Consent = z.object({
  id: z.int(),
  topic: z.string().describe('* is all topics'),
  subscribed: z.boolean(),
  at: z.string(),
  source: z.string().describe('form, import, api, preference_page, one_click, mailto, staff, journey:<id>'),
  journey: z.string().nullable().describe('its name, where a journey said so'),
  actor: z.string().nullable(),
  locale: z.string().nullable(),
  text: z.string().nullable().describe('the words that the customer saw'),
  traced: z.boolean().describe('whether a hash of the address it came from is kept'),
});
export type Consent = z.infer<typeof Consent>;

/** What a customer may be written to about, and why. */
export const Permission = z.object({
  topics: z.array(
    z.object({ key: z.string(), subscribed: z.boolean(), said: z.string().nullable().describe('since when') }),
  ),
  consents: z.array(Consent),
  suppression: SuppressionRow.nullable(),
  promotionHold: z.object({ until: z.string(), reason: z.string(), source: z.string() }).nullable(),
});
export type Permission = z.infer<typeof Permission>;

/** No promotions for a customer until an instant (workspace time); mails that an order needs go on. */
export const HoldPromotions = z.strictObject({ until: IsoInstant, reason: z.string().trim().min(1).max(200) });
export type HoldPromotions = z.infer<typeof HoldPromotions>;
