import { z } from 'zod';
import { Condition, PropertyTest } from '../conditions/condition.ts';
import { IsoDuration, TimeOfDay } from '../time.ts';
import { CronPattern } from '../time/cron-pattern.ts';

/** What an elapsed trigger counts from: an order date, a date of a shipment, a date attribute, an event. */
export const Anchor = z.union([
  z.enum(['last_order', 'first_order', 'shipped', 'delivered', 'run_out']),
  z.templateLiteral(['attribute:', z.string().min(1)]),
  z.templateLiteral(['event:', z.string().min(1)]),
]);
export type Anchor = z.infer<typeof Anchor>;

/** What every trigger may say beside its own. */
const FILTER = { filter: Condition.optional().describe('only customers who meet it enter by this trigger') };
const Where = z.array(PropertyTest).describe('tests on one item; the order counts when an item passes all');

export const FirstPurchase = z.strictObject({
  on: z.literal('first_purchase'),
  where: Where.optional(),
  ...FILTER,
});
export const NthPurchase = z.strictObject({
  on: z.literal('nth_purchase'),
  n: z.int().min(1),
  where: Where.optional(),
  ...FILTER,
});
export const OrderTrigger = z.strictObject({ on: z.literal('order'), where: Where.optional(), ...FILTER });
export const EventTrigger = z.strictObject({
  on: z.literal('event'),
  event: z.string().min(1),
  where: z.array(PropertyTest).optional(),
  ...FILTER,
});
export const SegmentTrigger = z.strictObject({
  on: z.literal('segment'),
  segment: z.string().min(1),
  change: z.enum(['entered', 'left']),
  ...FILTER,
});
export const ElapsedTrigger = z.strictObject({
  on: z.literal('elapsed'),
  after: IsoDuration,
  since: Anchor,
  at: TimeOfDay.optional(),
  where: Where.optional().describe('shipped, delivered, run_out: which orders count, and of them which items'),
  estimate: IsoDuration.optional().describe('from the order to the shipment while no date is known; P2D when absent'),
  skipLate: IsoDuration.optional().describe('a date that comes so late starts nothing any more; P3D when absent'),
  ...FILTER,
});
export const LateTrigger = z.strictObject({
  on: z.literal('late'),
  times: z.number().min(0.1).max(100).describe("so many times the customer's own median gap between orders"),
  atLeast: IsoDuration.optional().describe('but not before this long after the last order'),
  orders: z.int().min(2).max(100).optional().describe('only with so many days with an order; 3 when absent'),
  at: TimeOfDay.optional(),
  ...FILTER,
});
export const CpmTrigger = z.strictObject({
  on: z.literal('cpm'),
  rank: z
    .strictObject({ to: z.array(z.string().min(1)).optional(), from: z.array(z.string().min(1)).optional() })
    .optional()
    .describe('the rank has changed; keys or names'),
  active: z.boolean().optional().describe('true: a lapsed customer has come back; false: a customer has lapsed'),
  ...FILTER,
});
export const AnniversaryTrigger = z.strictObject({
  on: z.literal('anniversary'),
  attribute: z.string().min(1),
  offset: IsoDuration.optional(),
  at: TimeOfDay,
  ...FILTER,
});
export const ScheduleTrigger = z.strictObject({ on: z.literal('schedule'), cron: CronPattern, ...FILTER });
export const MessageTrigger = z.strictObject({
  on: z.literal('message'),
  what: z.enum(['sent', 'delivered', 'opened', 'clicked', 'bounced', 'complained']),
  template: z.string().optional(),
  ...FILTER,
});
export const ManualTrigger = z.strictObject({ on: z.literal('manual'), ...FILTER });

/** How customers enter a journey (frozen form: architecture §2; optional fields and kinds have been added). */
export const Trigger = z.discriminatedUnion('on', [
  FirstPurchase,
  NthPurchase,
  OrderTrigger,
  EventTrigger,
  SegmentTrigger,
  ElapsedTrigger,
  LateTrigger,
  CpmTrigger,
  AnniversaryTrigger,
  ScheduleTrigger,
  MessageTrigger,
  ManualTrigger,
]);
export type Trigger = z.infer<typeof Trigger>;
export type TriggerOn<On extends Trigger['on']> = Extract<Trigger, { on: On }>;
export type ElapsedTrigger = z.infer<typeof ElapsedTrigger>;
