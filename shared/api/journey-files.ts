import { z } from 'zod';
import { GraphProblem } from './journeys.ts';

const Sentence = z.object({ ja: z.string(), en: z.string() });

/** A template or segment that a journey's file brings along, or mentions without bringing it. */
export const ImportThing = z.object({
  kind: z.enum(['template', 'segment']),
  key: z.string(),
  name: z.string().nullable().describe('null: neither the file nor the workspace has it'),
  state: z
    .enum(['new', 'same', 'different', 'missing'])
    .describe(
      'new: is made; same: is there as it is in the file; different: is there and stays, unless it is replaced; missing: mentioned, and neither here nor in the file',
    ),
  faults: z.array(Sentence).describe('why it cannot be made'),
});
export type ImportThing = z.infer<typeof ImportThing>;

/** What a file would do to the workspace. Nothing is changed by asking. */
export const ImportPlan = z.object({
  name: z.string(),
  nodes: z.int(),
  things: z.array(ImportThing),
  problems: z.array(GraphProblem).describe('of the journey, once everything is here'),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** The text of a file as `pnpm tabiji journey export` or the editor writes it. */
export const PreviewImport = z.strictObject({ text: z.string().min(1) });
export type PreviewImport = z.infer<typeof PreviewImport>;

/** Makes the templates and segments that the workspace lacks, and a draft of the journey where that is asked for. */
export const ImportJourney = PreviewImport.extend({
  replace: z.boolean().default(false).describe('whether what is here and differs becomes as in the file'),
  only: z.enum(['luggage']).optional().describe('luggage: the templates and segments, not the journey'),
});
export type ImportJourney = z.input<typeof ImportJourney>;
export const ImportedJourney = z.object({
  id: z.int().nullable().describe('the draft; null where only templates and segments were asked for'),
  plan: ImportPlan.describe('as it was before'),
});
export type ImportedJourney = z.infer<typeof ImportedJourney>;

/** A journey's file with what it needs elsewhere. */
export const JourneyFileText = z.object({ text: z.string() });
export type JourneyFileText = z.infer<typeof JourneyFileText>;
