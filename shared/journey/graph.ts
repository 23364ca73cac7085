import { z } from 'zod';
import { Condition } from '../conditions/condition.ts';
import { QuietHours } from '../sending/rules.ts';
import { IsoDuration } from '../time.ts';
import { Window } from '../time/window.ts';

export const NodeId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'a node id has 1–40 letters, digits, _ or -');
export type NodeId = z.infer<typeof NodeId>;

/**
 * One node as stored. `config` is judged by its type's own schema (registry), never here: nodes of unknown types are
 * kept as they are.
 */
export const GraphNode = z.looseObject({
  type: z.string().min(1),
  version: z.int().min(1).optional(),
  name: z.string().max(200).optional(),
  note: z.string().max(5000).optional(),
  disabled: z.literal(true).optional(),
  config: z.record(z.string(), z.unknown()).default({}),
  next: z.record(z.string(), NodeId.nullable()).default({}),
});
export type GraphNode = z.infer<typeof GraphNode>;

export const Reentry = z.union([z.enum(['once', 'afterExit', 'always']), z.strictObject({ after: IsoDuration })]);
export type Reentry = z.infer<typeof Reentry>;

/** What the re-entry rule counts apart: every order, or every value of a property of the triggering event. */
export const ReentryKey = z.union([z.literal('order'), z.templateLiteral(['event.', z.string().min(1)])]);
export type ReentryKey = z.infer<typeof ReentryKey>;

export const JourneySettings = z.looseObject({
  reentry: Reentry.optional(),
  reentryKey: ReentryKey.optional().describe('the rule holds for each of these by itself'),
  goal: Condition.optional(),
  exitWhen: z.array(Condition).optional(),
  timeZone: z.string().optional(),
  quietHours: QuietHours.optional().describe('instead of the workspace’s'),
  sendWindow: Window.optional().describe('letters go only in this window; instead of the workspace’s'),
  priority: z.number().optional().describe('of several letters the higher goes first; 50 when left out'),
  topic: z.string().optional().describe('what customers can say no to'),
  holdout: z.number().min(0).max(1).optional(),
});
export type JourneySettings = z.infer<typeof JourneySettings>;

/** A sheet of paper beside the drawing, for colleagues: what it says and where it lies, seen from a node's corner. */
export const StickyNote = z.looseObject({
  text: z.string().max(5000),
  node: NodeId.optional().describe('the node it lies beside; the start when left out or gone'),
  dx: z.number(),
  dy: z.number(),
  width: z.number().min(80).max(600).optional(),
});
export type StickyNote = z.infer<typeof StickyNote>;

/** The document that is drawn, saved and published (frozen form: architecture §2). Edges live in `next` only. */
export const JourneyGraph = z.looseObject({
  schema: z.literal(1),
  name: z.string().max(200),
  start: NodeId,
  settings: JourneySettings.default({}),
  nodes: z.record(NodeId, GraphNode),
  notes: z
    .record(NodeId, StickyNote)
    .optional()
    .describe('for people alone: neither compiled nor a difference between versions'),
});
export type JourneyGraph = z.infer<typeof JourneyGraph>;

/** A new journey: a start without a trigger yet. */
export const emptyGraph = (name: string): JourneyGraph => ({
  schema: 1,
  name,
  start: 'n1',
  settings: { reentry: 'once' },
  nodes: { n1: { type: 'start', config: { triggers: [] }, next: { next: null } } },
});

/** Where a port leads; undefined at an open end, or where the target is gone. */
export function targetOf(graph: JourneyGraph, id: NodeId, port: string): NodeId | undefined {
  const target = graph.nodes[id]?.next[port];
  return target && graph.nodes[target] ? target : undefined;
}

/** Every node that can be reached from `from`, itself included. */
export function reachableFrom(graph: JourneyGraph, from: NodeId): Set<NodeId> {
  const seen = new Set<NodeId>();
  const open = graph.nodes[from] ? [from] : [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const target of Object.values(graph.nodes[id]?.next ?? {})) {
      if (target && graph.nodes[target]) open.push(target);
    }
  }
  return seen;
}
