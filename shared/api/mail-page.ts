import { z } from 'zod';
import { Words } from '../locale.ts';

/** Made-up customers at the edges: without a name, with a very long one, who has unsubscribed, with rare characters. */
export const PERSONAS = ['nameless', 'long', 'stopped', 'old_forms'] as const;
export const Persona = z.enum(PERSONAS);
export type Persona = z.infer<typeof Persona>;

/** Something about a mail that its author should look at. */
export const MailFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']).describe('error: it cannot be published like this'),
  line: z.int().min(0).describe('in the MJML source, from 1; 0: the subject'),
  text: Words,
});
export type MailFinding = z.infer<typeof MailFinding>;

/** What a value in mails is, for choosing and for help while writing. */
export const MailValue = z.object({
  path: z.string().describe('`customer.lastName`'),
  type: z.enum(['text', 'number', 'date', 'link']),
  sample: z.string().nullable(),
  missing: z.number().min(0).max(1).describe('share of the customers who can be written to that have none'),
  note: z.string().optional().describe('what a question asks'),
});
export type MailValue = z.infer<typeof MailValue>;
