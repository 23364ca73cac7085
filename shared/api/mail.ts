import { z } from 'zod';
import { Properties } from '../json.ts';
import { FEEDBACK_KINDS, FEEDBACK_STATES } from '../sending/feedback.ts';
import { LOCALES } from '../locale.ts';
import { MailLanguage } from '../mail/languages.ts';
import { MailFinding, Persona } from './mail-page.ts';
import { SenderKey } from '../sending/sender.ts';
import { Brand } from './mail-settings.ts';

/** A mail in the `letters` mailbox. */
export const LetterRow = z.object({
  id: z.int(),
  customerId: z.int().nullable(),
  customer: z.string().describe('name, or external id'),
  to: z.string(),
  subject: z.string(),
  template: z.string(),
  journeyId: z.int().nullable(),
  journey: z.string().nullable(),
  at: z.string(),
  feedback: z.enum(FEEDBACK_STATES).describe('the strongest that was told of it'),
});
export type LetterRow = z.infer<typeof LetterRow>;
export const LetterPage = z.object({ letters: z.array(LetterRow), next: z.string().nullable(), total: z.int() });
export type LetterPage = z.infer<typeof LetterPage>;
export const LetterDetail = LetterRow.extend({
  from: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  told: z.array(z.enum(FEEDBACK_KINDS)).describe('all that was told of it'),
});
export type LetterDetail = z.infer<typeof LetterDetail>;

export const TemplateKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'a template key has lower-case letters, digits, - and _');
export const TemplateRow = z.object({
  key: z.string(),
  name: z.string(),
  subject: z.string(),
  updatedAt: z.string(),
  language: z.string().describe('its main one: who reads none of the others gets this'),
  others: z.array(z.string()).describe('the other languages it is written in'),
});
export type TemplateRow = z.infer<typeof TemplateRow>;
/** What a mail says in one language. */
const MailWords = z.strictObject({
  subject: z.string().min(1).max(500).describe('Liquid'),
  mjml: z.string().min(1).max(500_000).describe('MJML with Liquid values'),
});
export type MailWords = z.infer<typeof MailWords>;
export const SaveTemplate = MailWords.extend({
  name: z.string().min(1).max(200),
  language: MailLanguage.optional().describe('of subject and MJML; else as before'),
  variants: z.record(MailLanguage, MailWords).optional().describe('the same in other languages; else as before'),
}).refine(({ language, variants }) => language === undefined || variants?.[language] === undefined, {
  error: 'the main language cannot be one of the others, too',
  path: ['variants'],
});
export type SaveTemplate = z.infer<typeof SaveTemplate>;
export const TemplateDetail = TemplateRow.extend({ mjml: z.string(), variants: z.record(z.string(), MailWords) });
export type TemplateDetail = z.infer<typeof TemplateDetail>;
/** A template rendered for one customer (or sample values) by the sender's own renderer. */
export const TemplatePreview = z.object({
  from: z.object({ name: z.string(), address: z.string() }).describe('in whose name it would come'),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  preheader: z.string().describe('what lists of mails show behind the subject'),
  bytes: z.int().describe('of the HTML; 0: there is none'),
  problems: z.array(z.string()).describe('`findings` as sentences, in the language asked for'),
  findings: z.array(MailFinding),
});
export type TemplatePreview = z.infer<typeof TemplatePreview>;
export const PreviewValues = Properties;
/** What to preview: the saved template, or what is being written; for a customer, or sample values. */
export const PreviewTemplate = z.strictObject({
  customer: z.int().optional(),
  persona: Persona.optional(),
  brand: Brand.optional().describe('instead of the saved one'),
  sender: SenderKey.optional().describe('instead of the mail’s own'),
  mapped: z.boolean().optional().describe('elements say in `data-src` at which character of the MJML they begin'),
  subject: MailWords.shape.subject.optional(),
  mjml: MailWords.shape.mjml.optional(),
  language: MailLanguage.optional().describe('of these; without them, the one that the customer would get'),
  languages: z.array(MailLanguage).max(50).optional().describe('all that the mail has, to say which ones are missing'),
  locale: z.enum(LOCALES).optional().describe('of the problems; else the workspace’s'),
});
export type PreviewTemplate = z.infer<typeof PreviewTemplate>;
