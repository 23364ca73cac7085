import { z } from 'zod';
import { NodeId } from '../journey/graph.ts';
import { Simulate } from './simulate.ts';
import { SendTest } from './test-sends.ts';
import { TraceProblem } from './trace.ts';

/** Mails that go at most at once, counted over all addresses; as many as a test of one mail sends. */
export const MOST_REHEARSED = 50;

/** Asks which mails somebody would get on their way through a graph. */
export const PlanRehearsal = Simulate.omit({ html: true });
export type PlanRehearsal = z.input<typeof PlanRehearsal>;

/** Sends those mails to colleagues now, one after the other. */
export const SendRehearsal = PlanRehearsal.extend({
  to: SendTest.shape.to,
  mails: z.array(z.int().min(0)).min(1).optional().describe('positions in the plan; absent: all that can go'),
});
export type SendRehearsal = z.input<typeof SendRehearsal>;

/** A mail on the way, as it would be written there. */
export const RehearsalMail = z.object({
  day: z.int().describe('counted from the entry, on the calendar of the customer'),
  at: z.string(),
  node: NodeId,
  template: z.string(),
  name: z.string().describe('of the template; its key where there is none'),
  subject: z.string().describe('empty where nothing is written'),
  standing: z
    .enum(['goes', 'refused', 'waits'])
    .describe('whether customers would get it; what does not go is not sent'),
  because: z.string().nullable().describe('the reason, where it does not go'),
  missing: z.array(z.string()).describe('values this customer lacks and the mail has no other words for'),
});
export type RehearsalMail = z.infer<typeof RehearsalMail>;

/** The mails of one customer’s way, in their order. */
export const Rehearsal = z.object({
  zone: z.string().describe('in which the customer’s days are counted'),
  shownAs: z.string().describe('the customer’s name or id, or the persona'),
  isIn: z.boolean().describe('false: the door of the journey is closed to them'),
  mails: z.array(RehearsalMail),
  problems: z.array(TraceProblem),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** What became of one mail at one address. A line of the answer. */
export const RehearsalLine = z.object({
  mail: z.int().describe('position in the plan'),
  to: z.string(),
  state: z.enum(['sent', 'failed']),
  because: z.string().nullable(),
  subject: z.string(),
});
export type RehearsalLine = z.infer<typeof RehearsalLine>;
