import { z } from 'zod';

/** Something that somebody should look at. */
export const Trouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('parked'), node: z.string(), people: z.int().describe('whom an error has stopped') }),
  z.object({
    kind: z.literal('unsent'),
    node: z.string(),
    because: z.string().describe('code, such as no_address; empty where there is none'),
    state: z.string().describe('skipped, failed, unknown'),
    mails: z.int().describe('in the last 7 days'),
  }),
  z.object({
    kind: z.literal('quiet'),
    node: z.string(),
    since: z.string().describe('the last date on which somebody passed'),
    usual: z.number().describe('people a day, in the eight weeks before'),
  }),
  z.object({
    kind: z.literal('unreleased'),
    waiting: z.int().describe('mails that wait until somebody has looked at the first of them'),
    first: z.int().describe('how many are to be looked at'),
  }),
  z.object({ kind: z.literal('behind'), since: z.string().describe('somebody is due since then and has not moved') }),
]);
export type Trouble = z.infer<typeof Trouble>;

/** A share of the last 7 days that is other than in the eight weeks before. */
export const UnusualShare = z.object({
  node: z.string(),
  port: z.string().nullable().describe('the share of this port among those who left; null: of those who went on'),
  way: z.enum(['low', 'high']),
  now: z.number(),
  usual: z.number(),
});
export type UnusualShare = z.infer<typeof UnusualShare>;

export const JourneyHealth = z.object({
  troubles: z.array(Trouble),
  unusual: z.array(UnusualShare),
  clicks: z.boolean().describe('whether the workspace has ever been told of a click in a mail'),
});
export type JourneyHealth = z.infer<typeof JourneyHealth>;

/** How a journey is doing, for the list of all of them. */
export const JourneyPulse = z.object({
  id: z.int(),
  sent: z.int().describe('mails of this calendar month'),
  goals: z.int().nullable().describe('passages of this month that met the goal; null: the journey has none'),
  ended: z.int().describe('passages that ended this month'),
  weeks: z.array(z.int()).describe('people who entered, by week, the last 7 days last'),
  troubles: z.array(Trouble),
});
export type JourneyPulse = z.infer<typeof JourneyPulse>;
