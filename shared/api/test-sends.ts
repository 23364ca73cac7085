import { z } from 'zod';
import { MailLanguage } from '../mail/languages.ts';
import { SaveTemplate } from './mail.ts';
import { Persona } from './mail-page.ts';

/** For whom a test is written: a customer, somebody made up, or neither: sample values. */
export const TestSample = z.strictObject({ customer: z.int().optional(), persona: Persona.optional() });
export type TestSample = z.infer<typeof TestSample>;

/** A mail as it is written now, sent to colleagues; each gets one for every sample. */
export const SendTest = z.strictObject({
  to: z.array(z.email().max(320)).min(1).max(10),
  samples: z.array(TestSample).min(1).max(5),
  subject: SaveTemplate.shape.subject,
  mjml: SaveTemplate.shape.mjml,
  language: MailLanguage.optional().describe('of these; else the workspace’s'),
});
export type SendTest = z.infer<typeof SendTest>;

export const TestSent = z.object({
  to: z.string(),
  shownAs: z.string().describe('the customer’s name or id, or the persona; empty: sample values'),
  state: z.enum(['sent', 'failed']),
  because: z.string().nullable(),
  subject: z.string(),
  at: z.string(),
});
export type TestSent = z.infer<typeof TestSent>;
