import { z } from 'zod';
import { NodeId } from '../journey/graph.ts';

const Where = z.object({
  node: z.string(),
  nodeName: z.string().nullable().describe('the name its author gave the node'),
  nodeType: z.string(),
});

/** A passage that an error has stopped. Nothing happens to it until somebody decides. */
export const ParkedRow = Where.extend({
  id: z.int().describe('enrollment'),
  customerId: z.int(),
  customer: z.string().describe("the shop's id"),
  customerName: z.string(),
  version: z.int(),
  error: z.string(),
});
export type ParkedRow = z.infer<typeof ParkedRow>;

export const ParkedPage = z.object({
  total: z.int(),
  /** The most frequent troubles first. */
  groups: z.array(Where.extend({ error: z.string(), count: z.int() })),
  rows: z.array(ParkedRow),
  next: z.string().nullable(),
});
export type ParkedPage = z.infer<typeof ParkedPage>;

/** What is to happen to which parked passages of a journey. */
export const ActOnParked = z.strictObject({
  who: z
    .union([
      z.literal('all'),
      z.strictObject({ ids: z.array(z.int()).min(1).max(10_000) }),
      z.strictObject({ node: NodeId, error: z.string().optional() }),
    ])
    .describe('all of them, some by enrollment, or those at a node (with one error)'),
  action: z
    .union([z.enum(['retry', 'skip', 'exit']), z.strictObject({ move: NodeId })])
    .describe(
      'retry: try again where they stand; skip: go on behind the node; move: go on from another node; exit: leave',
    ),
});
export type ActOnParked = z.infer<typeof ActOnParked>;
export const ActedOnParked = z.object({
  done: z.int(),
  left: z.int().describe('still parked, for example because their version has no such node'),
});
export type ActedOnParked = z.infer<typeof ActedOnParked>;
