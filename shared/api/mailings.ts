import { z } from 'zod';
import { LocalDateTime } from '../time/once.ts';
import { SenderKey } from '../sending/sender.ts';
import { Topic } from '../sending/rules.ts';
import { IsoInstant } from './basics.ts';
import { SegmentKey } from './segments.ts';

/** Whom a mailing is for, what it says and when it goes. */
export const MailingPlan = z.strictObject({
  segment: SegmentKey.nullable().describe('who is in it when the mailing begins; null: everybody'),
  template: z.string().min(1).max(100),
  sender: SenderKey.nullable().default(null).describe('null: the mail’s own, or the default one'),
  topic: Topic.nullable().describe('null: the workspace’s first marketing topic'),
  at: LocalDateTime.describe('such as 2026-12-01T10:00'),
  zone: z.enum(['workspace', 'customer']).describe('whose clock shows that time'),
});
export type MailingPlan = z.infer<typeof MailingPlan>;

export const CreateMailing = MailingPlan.extend({ name: z.string().trim().min(1).max(200) });
export type CreateMailing = z.infer<typeof CreateMailing>;

const Counted = z.object({ because: z.string(), count: z.int() });

/** Whom a mailing would reach if it began now. */
export const MailingReach = z.object({
  people: z.int().describe('who is meant'),
  allowed: z.int().describe('to whom it goes at its time'),
  later: z.array(Counted).describe('to whom it goes later, and why'),
  refused: z.array(Counted).describe('to whom it never goes, and why'),
  begins: z.string().describe('when the first may get it'),
  open: z
    .string()
    .nullable()
    .describe('when it leaves, where quiet hours or a day without promotions are in the way of all'),
});
export type MailingReach = z.infer<typeof MailingReach>;

/**
 * draft: waits for an approval · scheduled · running: people are being taken in or mails are going · done · cancelled:
 * before anything went · stopped: while it was going.
 */
export const MailingState = z.enum(['draft', 'scheduled', 'running', 'paused', 'done', 'cancelled', 'stopped']);
export type MailingState = z.infer<typeof MailingState>;

export const Mailing = z.object({
  id: z.int().describe('of its journey'),
  name: z.string(),
  state: MailingState,
  ...MailingPlan.shape,
  senderName: z.string().nullable(),
  segmentName: z.string().nullable(),
  templateName: z.string(),
  begins: IsoInstant.describe('when it begins, or began'),
  entered: z.int(),
  sent: z.int(),
  waiting: z.int().describe('mails or people still under way'),
  unsent: z.array(Counted).describe('who did not get it, by reason'),
});
export type Mailing = z.infer<typeof Mailing>;
