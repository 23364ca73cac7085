import { z } from 'zod';
import { NodeId } from '../journey/graph.ts';
import { Words } from '../locale.ts';

/** A node as it is in the version that somebody takes. */
export const WhyNode = z.object({
  id: NodeId,
  type: z.string(),
  title: Words,
  summary: Words.describe('what it does, as its card says; empty when its type is not known'),
});
export type WhyNode = z.infer<typeof WhyNode>;

/** One thing that happened, and the reason for it. Codes have words in the editor and in docs/journeys.md. */
export const WhyLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entered'),
    at: z.string(),
    by: z.string().nullable().describe('code of the trigger that let the customer in'),
    trigger: Words.nullable().describe('that trigger as its card says it'),
  }),
  z.object({
    kind: z.literal('step'),
    at: z.string(),
    node: WhyNode,
    outcome: z.string().describe('leave, sleep, listen, ask, exit; moved, recounted, retried … where people decided'),
    port: z.string().nullable(),
    portLabel: Words.nullable(),
    until: z.string().nullable(),
    why: z.string().nullable().describe('window, business_day, heard, timeout …'),
  }),
  z.object({
    kind: z.literal('held'),
    at: z.string(),
    node: WhyNode,
    why: z.string().describe('quiet_hours, send_window, blackout, cap, paused'),
    until: z.string().nullable().describe('null: until the journey goes on'),
  }),
  z.object({
    kind: z.literal('letter'),
    at: z.string(),
    node: WhyNode,
    template: z.string(),
    state: z.string(),
    because: z.string().nullable(),
    letterId: z.int().nullable(),
  }),
  z.object({ kind: z.literal('ended'), at: z.string(), reason: z.string() }),
]);
export type WhyLine = z.infer<typeof WhyLine>;

/** What somebody rests for now. */
export const WhyNow = z.object({
  state: z.enum(['due', 'waits', 'listens', 'letter', 'work', 'held', 'parked']),
  node: WhyNode,
  until: z.string().nullable(),
  error: z.string().nullable(),
});
export type WhyNow = z.infer<typeof WhyNow>;

/** Why a customer is where they are in a journey: every passage, oldest first, and who stood at the door in vain. */
export const Why = z.object({
  customer: z.object({ id: z.int(), name: z.string(), externalId: z.string() }),
  journey: z.object({ id: z.int(), name: z.string() }),
  passages: z.array(
    z.object({
      id: z.int(),
      version: z.int(),
      lines: z.array(WhyLine),
      now: WhyNow.nullable().describe('null: ended'),
    }),
  ),
  refusals: z
    .array(
      z.object({
        at: z.string().describe('the last time'),
        because: z.string().describe('filter, reentry, holdout …'),
        by: z.string().nullable(),
        trigger: Words.nullable(),
        times: z.int(),
      }),
    )
    .describe('they met a trigger, but did not enter'),
});
export type Why = z.infer<typeof Why>;
