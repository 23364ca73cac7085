import { z } from 'zod';
import { Existing } from '../journey/existing.ts';
import { JourneyGraph } from '../journey/graph.ts';
import { CHOICES, PublishPlan } from '../journey/publish-plan.ts';
import { Person } from './drafts.ts';
import { JourneyChange, JourneyStatus } from './journey-life.ts';
import { HoldFirst } from './hold-first.ts';

/** A row of the journeys page. */
export const JourneyRow = z.object({
  id: z.int(),
  name: z.string(),
  status: JourneyStatus,
  version: z.int().nullable().describe('the published version; null before the first publish'),
  changed: z.boolean().describe('whether the draft differs from the published version'),
  change: JourneyChange.nullable().describe('the resume or stop that is under way'),
  active: z.int().describe('customers inside now'),
  entered: z.int().describe('enrollments so far'),
  sent: z.int().describe('messages handed over so far'),
  updatedAt: z.string(),
  updatedBy: z
    .string()
    .nullable()
    .describe('who saved the draft last, by the name they gave; null: a program, or nobody yet'),
});
export type JourneyRow = z.infer<typeof JourneyRow>;

/** One journey with its draft. `rev` is the draft's revision, to be given back as `base` when saving. */
export const JourneyDetail = z.object({
  id: z.int(),
  status: JourneyStatus,
  version: z.int().nullable(),
  publishedAt: z.string().nullable(),
  changed: z.boolean(),
  rev: z.int(),
  graph: JourneyGraph,
  pausedAt: z.string().nullable().describe('since when it is frozen'),
  change: JourneyChange.nullable().describe('the resume or stop that is under way'),
  holdFirst: HoldFirst.nullable().describe('mails wait until so many were looked at and released; null: they go'),
  draftBy: Person.nullable().describe('who saved the draft last; null: a program, or nobody yet'),
  createdAt: z.string(),
});
export type JourneyDetail = z.infer<typeof JourneyDetail>;

/** A journey's published version. */
export const PublishedGraph = z.object({ version: z.int(), graph: JourneyGraph });
export type PublishedGraph = z.infer<typeof PublishedGraph>;

export const CreateJourney = z.strictObject({ graph: JourneyGraph });
export type CreateJourney = z.infer<typeof CreateJourney>;

/** Replaces the draft; refused (409, code `conflict`) when `base` is not the present revision. */
export const SaveDraft = z.strictObject({ base: z.int(), graph: JourneyGraph });
export type SaveDraft = z.infer<typeof SaveDraft>;
export const SavedDraft = z.object({ rev: z.int(), changed: z.boolean(), savedAt: z.string() });
export type SavedDraft = z.infer<typeof SavedDraft>;

/**
 * Publishes the draft of revision `rev`. Refused (422, code `refused`, details = Problem[]) while errors stand, and
 * (field `plan`) while the plan says nothing of a changed or removed node at which customers rest.
 */
export const Publish = z
  .strictObject({
    rev: z.int().optional().describe('publishes the draft, if it is at this revision'),
    restore: z.int().min(1).optional().describe('instead of the draft: the document and mails of this older version'),
    note: z.string().trim().max(1000).optional().describe('why'),
    by: z.string().trim().max(60).optional().describe('who publishes'),
    plan: PublishPlan.optional().describe('what happens to the customers at nodes that are changed or removed'),
    holdFirst: HoldFirst.optional().describe(
      'all mails wait until somebody has looked at so many and released them; absent: as it is',
    ),
    existing: Existing.optional().describe('who enters of those who had met a trigger before; nobody when absent'),
  })
  .refine(({ rev, restore }) => (rev === undefined) !== (restore === undefined), {
    error: 'give either rev or restore',
    path: ['rev'],
  });
export type Publish = z.infer<typeof Publish>;

/** How many customers publishing would let in who had met a trigger before. Nothing is changed by asking. */
export const CountExisting = z.strictObject({ existing: Existing });
export const ExistingCount = z.object({
  people: z.int(),
  complete: z.boolean().describe('false: there may be more; counting stopped after some seconds'),
  notBefore: z.array(z.object({ trigger: z.int(), because: z.object({ ja: z.string(), en: z.string() }) })),
});
export type ExistingCount = z.infer<typeof ExistingCount>;

/** As `Problem` of a graph. */
export const GraphProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  node: z.string().optional(),
  port: z.string().optional(),
  path: z.string().optional(),
  message: z.object({ ja: z.string(), en: z.string() }),
});

/** What publishing the draft would mean to the customers inside now. Nothing is changed by asking. */
export const PublishPreview = z.object({
  rev: z.int().describe('the draft that was looked at'),
  version: z.int().describe('the version it would become'),
  problems: z.array(GraphProblem),
  nodes: z
    .array(
      z.object({
        node: z.string(),
        name: z.object({ ja: z.string(), en: z.string() }),
        change: z.enum(['changed', 'removed']),
        people: z.int().describe('customers who rest there now'),
        asking: z.int().describe('of them, those with a letter or other work under way'),
        choices: z
          .array(
            z.object({ choice: z.enum(CHOICES), actAtOnce: z.int().describe('customers who would go on at once') }),
          )
          .describe('what can be chosen for them; the first is suggested'),
      }),
    )
    .describe('nodes with customers for which the plan must say what happens'),
  goOn: z.int().describe('customers at nodes that stay as they are: they go on by the new version'),
  finishing: z.int().describe('customers who finish by an older version, as was decided before'),
});
export type PublishPreview = z.infer<typeof PublishPreview>;
export const Published = z.object({ version: z.int(), publishedAt: z.string() });
export type Published = z.infer<typeof Published>;

/** Starts the journey for named customers by hand (needs a manual trigger). */
export const Enroll = z.strictObject({ customers: z.array(z.string().min(1)).min(1).max(1000) });
export type Enroll = z.infer<typeof Enroll>;
export const Enrolled = z.object({
  enrolled: z.int(),
  refused: z.array(z.object({ customer: z.string(), because: z.string() })),
});
export type Enrolled = z.infer<typeof Enrolled>;

/** What an experiment has shown so far. `undecided`: it cannot be told yet. */
export const ExperimentStanding = z.object({
  ways: z.array(
    z.object({
      port: z.string(),
      label: z.object({ ja: z.string(), en: z.string() }),
      chosen: z.int().describe('customers who left by it'),
      judged: z.int().describe('of them, those whose time is over'),
      met: z.int().describe('of those, who met the goal in time'),
      rate: z.number().describe('met ÷ judged'),
    }),
  ),
  verdict: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('decided'), winner: z.string() }),
    z.object({ kind: z.literal('undecided'), because: z.enum(['too_few', 'too_close']) }),
  ]),
  decidedAt: z.string().nullable(),
  minimum: z.int().describe('judged customers that every way must have'),
  alpha: z.number().describe('chance of naming a wrong winner, at most'),
  within: z.string().describe('how long after the choice the goal may be met'),
});
export type ExperimentStanding = z.infer<typeof ExperimentStanding>;
