import { z } from 'zod';
import { JourneyGraph } from '../journey/graph.ts';
import { PublishPlan } from '../journey/publish-plan.ts';

const Lines = z.object({ ja: z.array(z.string()), en: z.array(z.string()) });

/** A published version, for the list of them. */
export const VersionRow = z.object({
  version: z.int(),
  publishedAt: z.string(),
  publishedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  name: z.string().nullable().describe('given by people, to find it again'),
  note: z.string().nullable().describe('why it was published'),
  restores: z.int().nullable().describe('the older version whose document it brought back'),
  changes: Lines.nullable().describe('what it changed, in words; null for the first and for very old versions'),
  plan: PublishPlan.describe('what was decided for the people at changed nodes'),
  people: z.record(z.string(), z.int()).describe('how many those were, by node'),
  inside: z.int().describe('customers who go by it now'),
});
export type VersionRow = z.infer<typeof VersionRow>;

/** A version with its document. */
export const VersionDetail = VersionRow.extend({ graph: JourneyGraph });
export type VersionDetail = z.infer<typeof VersionDetail>;

/** Gives a version a name, or takes it away (null). */
export const NameVersion = z.strictObject({ name: z.string().trim().min(1).max(100).nullable() });
export type NameVersion = z.infer<typeof NameVersion>;

/** Of a mail that a publish would change: what goes out now, and what would. */
const MailSide = z.object({
  subject: z.string(),
  html: z.string().describe('as sent to a sample customer'),
  source: z.string(),
});
export const MailChange = z.object({
  template: z.string(),
  name: z.string(),
  language: z.string().nullable().describe('null: the mail’s main one'),
  change: z.enum(['added', 'changed', 'removed']),
  before: MailSide.nullable(),
  after: MailSide.nullable(),
});
export type MailChange = z.infer<typeof MailChange>;

/** How many customers the journey took in during the last 30 days, or would have. */
export const Volume = z.object({
  days: z.int(),
  entered: z.int().describe('customers who entered the published journey in that time'),
  mails: z.int().describe('mails it sent in that time'),
  wouldEnter: z.int().nullable().describe('by the draft’s triggers, of those who are not in yet; null: unknown'),
  complete: z.boolean().describe('false: counting `wouldEnter` took too long, there may be more'),
});
export type Volume = z.infer<typeof Volume>;
