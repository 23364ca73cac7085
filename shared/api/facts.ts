import { z } from 'zod';
import { Properties } from '../json.ts';
import { TimeZone } from '../time.ts';
import { DateOrInstant } from './basics.ts';

const ExternalId = z.string().min(1).max(200);

/** Basic data apart, so that mails and searches can use it; everything else goes into `attributes`. */
export const Identify = z.strictObject({
  customer: ExternalId.describe("the shop's own customer id"),
  email: z.email().max(320).nullish(),
  phone: z.string().max(50).nullish(),
  lastName: z.string().max(100).nullish(),
  firstName: z.string().max(100).nullish(),
  lastNameKana: z.string().max(100).nullish(),
  firstNameKana: z.string().max(100).nullish(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/, 'a language such as ja, en-US or zh-Hant')
    .nullish(),
  timeZone: TimeZone.nullish(),
  attributes: Properties.optional(),
});
export type Identify = z.infer<typeof Identify>;

/** Something a customer did. `id` is the deduplication key, for ever. */
export const Track = z.strictObject({
  id: z.string().min(1).max(200),
  customer: ExternalId,
  event: z.string().min(1).max(100),
  at: DateOrInstant.optional().describe('now when absent'),
  properties: Properties.optional(),
});
export type Track = z.infer<typeof Track>;

export const ORDER_STATUSES = ['placed', 'cancelled', 'refunded'] as const;
export const ORDER_KINDS = ['normal', 'trial', 'contract', 'sample', 'resend', 'exchange'] as const;

/** An order, or what became of it: the same `id` with other content changes the order (refund, cancellation). */
export const Order = z.strictObject({
  id: z.string().min(1).max(200).describe("the shop's own order id"),
  customer: ExternalId,
  at: DateOrInstant.optional().describe('when it was placed; now when absent'),
  amount: z.int().min(0).describe('after discounts, tax included, without shipping, in the smallest unit'),
  refunded: z.int().min(0).optional().describe('how much of the amount was paid back'),
  quantity: z.number().min(0).optional(),
  status: z.enum(ORDER_STATUSES).optional(),
  kind: z.enum(ORDER_KINDS).optional(),
  channel: z.string().max(50).optional(),
  items: z.array(Properties).max(500).optional().describe('for example { product, name, category, quantity, price }'),
});
export type Order = z.infer<typeof Order>;

/** What left when and arrived when. */
export const Shipment = z.strictObject({
  id: z.string().min(1).max(200),
  customer: ExternalId,
  order: z.string().max(200).optional(),
  shippedAt: DateOrInstant.optional(),
  deliveredAt: DateOrInstant.optional(),
});
export type Shipment = z.infer<typeof Shipment>;

/** Up to 1,000 facts in one transaction, in order: all or none. */
export const Batch = z.strictObject({
  facts: z
    .array(
      z.discriminatedUnion('type', [
        Identify.extend({ type: z.literal('identify') }),
        Track.extend({ type: z.literal('track') }),
        Order.extend({ type: z.literal('order') }),
        Shipment.extend({ type: z.literal('shipment') }),
      ]),
    )
    .min(1)
    .max(1000),
  startJourneys: z.boolean().default(true).describe('false: store and aggregate only'),
});
export type Batch = z.infer<typeof Batch>;
export type Fact = Batch['facts'][number];

/** How many facts were new, and how many had been received before. */
export const Receipt = z.object({ stored: z.int(), duplicates: z.int() });
export type Receipt = z.infer<typeof Receipt>;
