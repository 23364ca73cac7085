import { z } from 'zod';
import { PAUSE_REASONS } from '../sending/auto-pause.ts';
import { LIMITED, Pace } from '../sending/pace.ts';

const Count = z.int();

/** Why promotional mails of a sender stopped by themselves, and who let them go on. */
export const SenderPause = z.object({
  sender: z.string(),
  at: z.string().describe('real time'),
  because: z.enum(PAUSE_REASONS),
  domain: z.string().nullable().describe('where it is because of a domain’s signing key'),
  figures: z.object({ mails: Count, hard: Count, complained: Count, policy: Count, unproved: Count }),
  released: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable().describe('null: stopped now'),
});
export type SenderPause = z.infer<typeof SenderPause>;

/** A mail that speaks against its sender. */
export const TroubledMail = z.object({
  at: z.string().describe('real time'),
  customerId: z.int(),
  kind: z.string(),
  class: z.string().nullable(),
  detail: z.string().nullable(),
  subject: z.string().nullable(),
  template: z.string(),
  journey: z.string().nullable(),
});
export type TroubledMail = z.infer<typeof TroubledMail>;
export const TroubledMails = z.object({ mails: z.array(TroubledMail) });

/** How fast the mails of a sender go now. */
export const SenderPace = z.object({
  key: z.string(),
  name: z.string(),
  provider: z.string(),
  pace: Pace,
  limits: z
    .array(
      z.object({
        of: z.enum(LIMITED),
        perMinute: z.int().nullable().describe('null: as fast as it goes'),
        waiting: z.int().describe('mails that wait for their turn'),
      }),
    )
    .describe('of all mails together, and of each family'),
  today: z.object({ sent: z.int(), most: z.int() }).nullable().describe('while it warms up'),
  pause: SenderPause.nullable(),
});
export type SenderPace = z.infer<typeof SenderPace>;

/** What keeps mails from leaving, besides themselves. */
export const SendingPace = z.object({
  senders: z.array(SenderPace).describe('the default one first'),
  troubles: z.array(
    z.object({
      provider: z.string(),
      since: z.string().describe('real time, as the others'),
      waitsUntil: z.string(),
      open: z.boolean().describe('it failed so often that it is tried with one mail only'),
      tries: z.int(),
      because: z.string(),
    }),
  ),
  history: z.array(SenderPause).describe('pauses that are over, the newest first'),
});
export type SendingPace = z.infer<typeof SendingPace>;

/** Lets a sender go on; why is kept for good. */
export const ReleaseSender = z.strictObject({ note: z.string().trim().min(1).max(500) });
export type ReleaseSender = z.infer<typeof ReleaseSender>;
