import { z } from 'zod';
import { NodeId } from '../journey/graph.ts';

/** What somebody said about a journey or a node of it. */
export const JourneyComment = z.object({
  id: z.int(),
  thread: z.int().describe('id of the first comment of its thread'),
  node: NodeId.nullable().describe('null: about the whole journey'),
  by: z.string().nullable(),
  text: z.string(),
  at: z.string(),
  resolved: z
    .object({ at: z.string(), by: z.string().nullable() })
    .nullable()
    .describe('of a thread’s first comment: it is settled'),
});
export type JourneyComment = z.infer<typeof JourneyComment>;

/** Says something: an answer in a thread, else the beginning of one. */
export const AddComment = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  node: NodeId.optional().describe('of a new thread; absent: the whole journey'),
  thread: z.int().optional(),
});
export type AddComment = z.infer<typeof AddComment>;

/** Settles a thread, or opens it again. */
export const ResolveThread = z.strictObject({ resolved: z.boolean() });
