import { z } from 'zod';
import { JourneyGraph, NodeId } from '../journey/graph.ts';
import { DateOrInstant } from './basics.ts';

/** Sends the people who really met a trigger in a period through a draft, and through the published version beside it. */
export const ReplayCohort = z.strictObject({
  graph: JourneyGraph,
  from: DateOrInstant.optional().describe('the beginning of last month when absent'),
  to: DateOrInstant.optional().describe('the end of last month when absent; exclusive'),
  until: DateOrInstant.optional().describe('how far journeys are followed; 90 days after `to` when absent'),
  compare: z.boolean().default(true).describe('whether the published version is run beside it'),
});
export type ReplayCohort = z.input<typeof ReplayCohort>;

/** What one version of the journey did with the cohort, so far. */
export const CohortCounts = z.object({
  entered: z.int(),
  refused: z.record(z.string(), z.int()).describe('by reason: filter, reentry, holdout'),
  ended: z.record(z.string(), z.int()).describe('people per exit reason'),
  inside: z.int(),
  exits: z.record(NodeId, z.int()).describe('people per node at which they ended'),
  nodes: z.record(NodeId, z.object({ entered: z.int(), estimated: z.int(), waiting: z.int() })),
  edges: z.record(NodeId, z.record(z.string(), z.object({ people: z.int(), estimated: z.int() }))),
  mails: z.object({ sent: z.int(), skipped: z.int(), capped: z.int(), heldAtNight: z.int() }),
  letters: z.record(z.string(), z.int()).describe('mails that were sent, per template'),
  perDay: z.array(z.object({ date: z.string(), sent: z.int(), estimated: z.int() })).describe('ascending'),
  parked: z.int().describe('people whom an error or a missing answer stopped'),
});
export type CohortCounts = z.infer<typeof CohortCounts>;

/** One line of the answer (NDJSON): counts grow from line to line; the last one is `done`. */
export const CohortLine = z.object({
  done: z.boolean(),
  people: z.int().describe('who met a trigger in the period'),
  sampled: z.int().nullable().describe('only so many of them are run: the counts are scaled up'),
  error: z.number().nullable().describe('of a sample: a share may be off by ± this much, 19 times of 20'),
  run: z.int().describe('how many have been run so far'),
  knownUntil: z.string().describe('what happens behind it is estimated (推定)'),
  draft: CohortCounts,
  published: CohortCounts.nullable(),
  ms: z.number(),
});
export type CohortLine = z.infer<typeof CohortLine>;
