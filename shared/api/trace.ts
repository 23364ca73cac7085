import { z } from 'zod';
import { Condition } from '../conditions/condition.ts';
import { NodeId } from '../journey/graph.ts';
import { Json } from '../json.ts';
import { Words } from '../locale.ts';
import { InstantStep } from '../time/instant-step.ts';

/** One test of a condition with what was known then. */
export const FactUsed = z.object({
  condition: Condition.describe('a single test'),
  words: Words.describe('the test in words'),
  value: Json.describe('what was found: a number, an attribute, whether a segment has them; null: nothing'),
  met: z.boolean(),
  port: z.string().nullable().describe('the way out that the test guards; null for filters and goals'),
});
export type FactUsed = z.infer<typeof FactUsed>;

/** A code with its words, for what somebody ought to look at. */
export const TraceWarning = z.object({ code: z.string(), message: Words });
export type TraceWarning = z.infer<typeof TraceWarning>;

const row = {
  at: z.string().describe('ISO 8601'),
  node: NodeId.nullable(),
  passage: z.int().describe('1 for the first way through the journey; re-entry begins another'),
  warnings: z.array(TraceWarning),
};

/** What happened, in the order in which it follows from each other. */
export const TraceRow = z.discriminatedUnion('kind', [
  z.object({
    ...row,
    kind: z.literal('entered'),
    trigger: z.int().nullable(),
    by: z.string(),
    words: Words.nullable(),
  }),
  z.object({
    ...row,
    kind: z.literal('refused'),
    because: z.string().describe('filter, reentry, again, holdout'),
    facts: z.array(FactUsed),
  }),
  z.object({
    ...row,
    kind: z.literal('fact'),
    source: z.enum(['recorded', 'injected', 'persona']),
    what: z.string().describe('order, identify, shipment, subscription; of an event its name'),
    about: z.record(z.string(), Json).describe('amount, properties, attributes'),
  }),
  z.object({
    ...row,
    kind: z.literal('step'),
    outcome: z.string().describe('leave, sleep, listen, ask, exit; moved where a date was moved'),
    port: z.string().nullable().describe('of leave, sleep and listen; of ask what is asked for, of exit the reason'),
    label: Words.nullable().describe('of the port'),
    until: z.string().nullable(),
    why: z.string().nullable().describe('window, business_day, heard, timeout …'),
    steps: z.array(InstantStep).describe('why this instant; empty where there is none'),
    facts: z.array(FactUsed),
    forked: z.boolean(),
    alternatives: z.array(z.object({ port: z.string(), label: Words })).describe('other ports: what if?'),
  }),
  z.object({
    ...row,
    kind: z.literal('held'),
    why: z.string().describe('quiet_hours, send_window, blackout, cap'),
    until: z.string().nullable(),
    steps: z.array(InstantStep),
  }),
  z.object({
    ...row,
    kind: z.literal('mail'),
    state: z.string().describe('sent, skipped, failed, cancelled'),
    because: z.string().nullable(),
    template: z.string(),
    subject: z.string().nullable(),
    mail: z.int().nullable().describe('position in `mails`; null when nothing was written'),
  }),
  z.object({ ...row, kind: z.literal('ended'), reason: z.string() }),
]);
export type TraceRow = z.infer<typeof TraceRow>;

/** A mail as the sender's own renderer wrote it, at simulated time. */
export const TracedMail = z.object({
  at: z.string(),
  node: NodeId,
  template: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable().describe('null unless asked for'),
});
export type TracedMail = z.infer<typeof TracedMail>;

/** Where the token of a passage stands from one instant to the next. */
export const TokenStay = z.object({
  passage: z.int(),
  node: NodeId,
  from: z.string(),
  to: z.string().nullable().describe('null: still there at the end'),
  state: z.enum(['waits', 'listens', 'mail', 'work', 'passes']),
});
export type TokenStay = z.infer<typeof TokenStay>;

/** Why a journey could not be tried, or not to its end: a code with words, and the node that it is about. */
export const TraceProblem = z.object({
  code: z.enum([
    'graph',
    'unknown_type',
    'no_trigger',
    'no_customer',
    'no_persona',
    'bad_fact',
    'choose_port',
    'stuck',
    'too_long',
  ]),
  node: NodeId.nullable(),
  message: Words,
  ports: z.array(z.object({ port: z.string(), label: Words })).describe('of choose_port: give one as a fork'),
});
export type TraceProblem = z.infer<typeof TraceProblem>;

/** What one customer would live through. */
export const Trace = z.object({
  customer: z.object({ id: z.int().nullable(), name: z.string(), externalId: z.string() }).nullable(),
  zone: z.string().describe('in which the customer’s days are counted'),
  from: z.string(),
  until: z.string(),
  recordedUntil: z.string().describe('what lies behind it is not known yet: nothing recorded follows'),
  rows: z.array(TraceRow),
  mails: z.array(TracedMail),
  tokens: z.array(TokenStay),
  final: z.object({
    state: z.enum(['refused', 'inside', 'ended']),
    node: NodeId.nullable(),
    until: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  problems: z.array(TraceProblem),
  ms: z.number().describe('how long it took'),
});
export type Trace = z.infer<typeof Trace>;
