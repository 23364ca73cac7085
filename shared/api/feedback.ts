import { z } from 'zod';

/** How providers tell what became of mails. Secrets are written and never shown. */
export const FeedbackSettings = z.object({
  resendUrl: z.string().describe('the address to enter as a webhook at Resend'),
  resendSecrets: z
    .int()
    .describe('how many signing secrets are believed now: none, one, or two while they are changed'),
});
export type FeedbackSettings = z.infer<typeof FeedbackSettings>;

export const AddWebhookSecret = z.strictObject({
  secret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{24,120}={0,2}$/, 'starts with whsec_, as Resend shows it')
    .describe('the signing secret of the webhook; the one before it is believed until the next is added'),
});
export type AddWebhookSecret = z.infer<typeof AddWebhookSecret>;
