import { z } from 'zod';

/** What mails measure, and how providers tell what became of them. Secrets are written and never shown. */
export const FeedbackSettings = z.object({
  clicks: z.boolean().describe('links of mails lead over this server, which counts who follows them'),
  opens: z.boolean().describe('mails hold a picture that tells when it is asked for'),
  bounceAddress: z
    .string()
    .nullable()
    .describe('where mail servers report what they could not deliver; null: to the sender'),
  resendUrl: z.string().describe('the address to enter as a webhook at Resend'),
  resendSecrets: z
    .int()
    .describe('how many signing secrets are believed now: none, one, or two while they are changed'),
});
export type FeedbackSettings = z.infer<typeof FeedbackSettings>;

const BounceAddress = z
  .email()
  .max(100)
  .regex(/^[a-z0-9._]{1,10}@/i, 'has at most ten letters before the @, so that the name of a mail fits behind them');

export const ChangeMeasures = z.strictObject({
  clicks: z.boolean().optional(),
  opens: z.boolean().optional(),
  bounceAddress: BounceAddress.nullable()
    .optional()
    .describe(
      'an address whose mails, also those with +… behind its name, are handed to `tabiji inbound` or read by IMAP',
    ),
});
export type ChangeMeasures = z.infer<typeof ChangeMeasures>;

export const CheckBounceAddress = z.strictObject({ address: BounceAddress });
export type CheckBounceAddress = z.infer<typeof CheckBounceAddress>;

/** What the DNS says of the domain that reports are to reach. */
export const BounceAddressCheck = z.object({
  domain: z.string(),
  reached: z.enum(['yes', 'no', 'unknown']),
  hosts: z.array(z.string()).describe('that its MX record names, the first one first'),
});
export type BounceAddressCheck = z.infer<typeof BounceAddressCheck>;

export const AddWebhookSecret = z.strictObject({
  secret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{24,120}={0,2}$/, 'starts with whsec_, as Resend shows it')
    .describe('the signing secret of the webhook; the one before it is believed until the next is added'),
});
export type AddWebhookSecret = z.infer<typeof AddWebhookSecret>;
