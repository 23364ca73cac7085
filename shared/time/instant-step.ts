import { z } from 'zod';
import { Words } from '../locale.ts';
import { CapLimit } from '../sending/rules.ts';
import { Weekdays } from './day.ts';

const Instant = z.int().describe('epoch milliseconds');

/** A day that was passed over, and why. */
export const SkippedDay = z.object({
  date: z.string().describe('YYYY-MM-DD'),
  because: z.enum(['weekday', 'weekend', 'holiday', 'closed']),
  name: Words.nullable().describe('of the holiday'),
});
export type SkippedDay = z.infer<typeof SkippedDay>;

/**
 * One reason why something happens at an instant and not at another: what it would have been (`from`) and what the rule
 * made of it (`to`). The steps of an instant follow from each other; the last `to` is the instant. A rule that changes
 * nothing is told where the reader would ask about it: `to` is `from` then.
 */
export const InstantStep = z.object({
  rule: z.enum([
    'duration',
    'business_days',
    'time_of_day',
    'days',
    'window',
    'date',
    'estimate',
    'offset',
    'limit',
    'look',
    'quiet_hours',
    'send_window',
    'blackout',
    'cap',
    'paused',
    'promotion_hold',
    'stopped',
    'sender_paused',
    'product_paused',
    'unreleased',
    'fork',
    'clock_change',
  ]),
  from: Instant,
  to: Instant,
  duration: z.string().optional().describe('ISO 8601'),
  time: z.string().optional().describe('HH:MM'),
  window: z.object({ from: z.string(), to: z.string(), days: Weekdays.optional() }).optional(),
  skipped: z.array(SkippedDay).optional().describe('at most 31 of them'),
  date: z.string().optional().describe('which date: delivered, attribute:birthday'),
  yearly: z.boolean().optional(),
  limits: z.array(CapLimit).optional(),
});
export type InstantStep = z.infer<typeof InstantStep>;
