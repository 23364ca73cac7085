import { z } from 'zod';
import { SENDER_TROUBLES } from '../sending/sender-trouble.ts';
import { SenderKey, SenderSettings } from '../sending/sender.ts';

/** Where a sender is used: it cannot be retired before that is changed. */
export const SenderUse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('journey'), id: z.int(), name: z.string() }),
  z.object({ kind: z.literal('template'), key: z.string(), name: z.string() }),
]);
export type SenderUse = z.infer<typeof SenderUse>;

export const SenderRow = SenderSettings.extend({
  key: z.string(),
  isDefault: z.boolean(),
  retired: z.boolean().describe('may not be chosen any more'),
  trouble: z
    .object({
      since: z.string().describe('real time'),
      cause: z.enum(SENDER_TROUBLES),
      detail: z.string().describe('the service’s own words'),
      changedAt: z
        .string()
        .nullable()
        .describe('real time at which somebody has changed the sender or its service, and nothing was tried since'),
    })
    .nullable()
    .describe('why a service does not take its mails; they wait, and one of them is offered every five minutes'),
  uses: z.array(SenderUse).describe('running journeys, and mails'),
});
export type SenderRow = z.infer<typeof SenderRow>;

export const SenderList = z.object({
  senders: z.array(SenderRow).describe('the default one first, the retired ones last'),
  providers: z.array(z.enum(['smtp', 'resend'])).describe('that the server has an account of'),
  usual: z.string().describe('the workspace’s provider'),
});
export type SenderList = z.infer<typeof SenderList>;

export const AddSender = SenderSettings.extend({
  key: SenderKey.optional().describe('made up where it is left out'),
});
export type AddSender = z.infer<typeof AddSender>;

/** Whose name a mail goes in where the step does not say; null: the default sender’s. */
export const TemplateSender = z.strictObject({ sender: SenderKey.nullable() });
export type TemplateSender = z.infer<typeof TemplateSender>;

/** What becomes of a sender: whoever writes where nobody is named, or whether it may be chosen. */
export const ChangeSender = z.strictObject({
  settings: SenderSettings.optional().describe('takes the place of all settings'),
  isDefault: z.literal(true).optional(),
  retired: z.boolean().optional(),
});
export type ChangeSender = z.infer<typeof ChangeSender>;
