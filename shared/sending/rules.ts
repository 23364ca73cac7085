import { z } from 'zod';
import { IsoDuration, TimeOfDay } from '../time.ts';
import { Window } from '../time/window.ts';
import { AvoidedWord } from './avoided-words.ts';
import { Blackout } from './blackout.ts';

/** What one can say yes or no to, such as `news`; the same word in journeys, subscriptions and exemptions. */
export const Topic = z.string().trim().min(1).max(100);
export type Topic = z.infer<typeof Topic>;

/** Hours of the customer's day in which no letter goes; equal times: there are none. */
export const QuietHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .describe('no letters from `from` until `to` by the customer’s clock; across midnight when `to` is earlier');
export type QuietHours = z.infer<typeof QuietHours>;

/** At most so many letters in so many days on the customer's calendar, today included. */
export const CapLimit = z.strictObject({ letters: z.int().min(1).max(1000), days: z.int().min(1).max(31) });
export type CapLimit = z.infer<typeof CapLimit>;

/** How often a customer is written to at most, whatever the journeys want. */
export const Cap = z.strictObject({
  limits: z.array(CapLimit).min(1).max(5),
  exempt: z
    .array(Topic)
    .max(50)
    .default([])
    .describe('topics whose letters neither wait nor count, such as transactional'),
});
export type Cap = z.infer<typeof Cap>;

/** What holds for the letters of a whole workspace. A journey's own quiet hours and window stand in for these. */
export const SendingRules = z.strictObject({
  quietHours: QuietHours.optional(),
  sendWindow: Window.optional().describe('letters go only in this window'),
  cap: Cap.optional(),
  blackout: Blackout.optional().describe('days on which no promotions leave; they go on the next open day'),
  maxAge: IsoDuration.optional().describe('a letter that could not go for so long never goes'),
  holdout: z.number().min(0).max(1).optional().describe('share of the customers whom no journey writes to'),
  mallChannels: z
    .array(z.string().trim().min(1).max(50))
    .max(50)
    .optional()
    .describe('channels of malls: who has bought there alone gets no promotions; the well-known ones when left out'),
  avoidedWords: z.array(AvoidedWord).max(300).optional().describe('words that checks of mails warn of'),
});
export type SendingRules = z.infer<typeof SendingRules>;
