import { z } from 'zod';
import { PropertyTest } from '../conditions/condition.ts';
import { IsoDuration, TimeOfDay } from '../time.ts';

/** What an elapsed trigger counts from: an order date, a delivery, a date attribute, an event. */
export const Anchor = z.union([
  z.enum(['last_order', 'first_order', 'delivered']),
  z.templateLiteral(['attribute:', z.string().min(1)]),
  z.templateLiteral(['event:', z.string().min(1)]),
]);
export type Anchor = z.infer<typeof Anchor>;

export const FirstPurchase = z.strictObject({ on: z.literal('first_purchase') });
export const NthPurchase = z.strictObject({ on: z.literal('nth_purchase'), n: z.int().min(1) });
export const EventTrigger = z.strictObject({
  on: z.literal('event'),
  event: z.string().min(1),
  where: z.array(PropertyTest).optional(),
});
export const SegmentTrigger = z.strictObject({
  on: z.literal('segment'),
  segment: z.string().min(1),
  change: z.enum(['entered', 'left']),
});
export const ElapsedTrigger = z.strictObject({
  on: z.literal('elapsed'),
  after: IsoDuration,
  since: Anchor,
  at: TimeOfDay.optional(),
});
export const AnniversaryTrigger = z.strictObject({
  on: z.literal('anniversary'),
  attribute: z.string().min(1),
  offset: IsoDuration.optional(),
  at: TimeOfDay,
});
export const ScheduleTrigger = z.strictObject({ on: z.literal('schedule'), cron: z.string().min(1) });
export const MessageTrigger = z.strictObject({
  on: z.literal('message'),
  what: z.enum(['sent', 'delivered', 'opened', 'clicked']),
  template: z.string().optional(),
});
export const ManualTrigger = z.strictObject({ on: z.literal('manual') });

/** How customers enter a journey (frozen form: architecture §2). */
export const Trigger = z.discriminatedUnion('on', [
  FirstPurchase,
  NthPurchase,
  EventTrigger,
  SegmentTrigger,
  ElapsedTrigger,
  AnniversaryTrigger,
  ScheduleTrigger,
  MessageTrigger,
  ManualTrigger,
]);
export type Trigger = z.infer<typeof Trigger>;
export type ElapsedTrigger = z.infer<typeof ElapsedTrigger>;

/** Triggers the engine of this version starts journeys by; the others are kept and block publishing. */
export const RUNNABLE_TRIGGERS: ReadonlySet<Trigger['on']> = new Set([
  'first_purchase',
  'nth_purchase',
  'event',
  'segment',
  'elapsed',
  'manual',
]);
