import { z } from 'zod';
import { JourneyGraph, NodeId } from '../journey/graph.ts';
import { Simulate } from './simulate.ts';

/** One thing that a regression case expects: nodes and ports in order, mails, and at what instant. */
export const ExpectedStep = z.object({
  at: z.string(),
  kind: z.enum(['entered', 'refused', 'step', 'mail', 'ended']),
  node: NodeId.nullable(),
  what: z.string().describe('port of a step, template of a mail, reason of an end'),
});
export type ExpectedStep = z.infer<typeof ExpectedStep>;

/** Who is sent through, and when: everything of a simulation but the graph, which is the draft of the day. */
export const CaseSetup = z.strictObject(Simulate.omit({ graph: true, journey: true, html: true }).shape);
export type CaseSetup = z.input<typeof CaseSetup>;
/** The same with everything said that may be left out. */
export type KeptSetup = z.output<typeof CaseSetup>;

/** Keeps what a simulation shows now as what is expected from now on. `enterAt` must be given. */
export const CreateCase = z.strictObject({
  name: z.string().trim().min(1).max(100),
  setup: CaseSetup,
  graph: JourneyGraph.optional().describe('by which the expectation is made; the saved draft when absent'),
});
export type CreateCase = z.input<typeof CreateCase>;

/** A saved trace: what must be true of the journey after every change. */
export const JourneyCase = z.object({
  id: z.int(),
  name: z.string(),
  setup: CaseSetup,
  expected: z.array(ExpectedStep),
  createdAt: z.string(),
});
export type JourneyCase = z.infer<typeof JourneyCase>;

/** Runs all cases of a journey, or some, against a graph. */
export const RunCases = z.strictObject({
  graph: JourneyGraph.optional().describe('the saved draft when absent'),
  only: z.array(z.int()).max(200).optional(),
});
export type RunCases = z.input<typeof RunCases>;

/** ✔ or ✖, with the first thing that is different. */
export const CaseResult = z.object({
  id: z.int(),
  name: z.string(),
  passed: z.boolean(),
  difference: z
    .object({
      index: z.int().describe('position in `expected`'),
      expected: ExpectedStep.nullable().describe('null: nothing more was expected'),
      actual: ExpectedStep.nullable().describe('null: nothing more happened'),
    })
    .nullable(),
  problem: z
    .object({ ja: z.string(), en: z.string() })
    .nullable()
    .describe('why the customer cannot be sent through any more'),
  ms: z.number(),
});
export type CaseResult = z.infer<typeof CaseResult>;
