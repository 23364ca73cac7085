import { evaluate } from '../conditions/evaluate.ts';
import type { Facts, Moment } from '../conditions/facts.ts';
import type { NodeId } from '../journey/graph.ts';
import type { Json } from '../json.ts';
import type { Change, Effect, Intent } from '../nodes/outcome.ts';
import type { Millis } from '../time.ts';
import { withChanges } from './changes.ts';
import type { CompiledGraph, CompiledNode } from './compile.ts';

/** The most nodes one pass visits; a longer path goes on in the next pass, at once. */
export const MOST_NODES = 100;

/** Where an enrollment stands when a pass begins. */
export interface Standing {
  enrollment: { id: number; customer: number; journey: number };
  node: NodeId;
  /** How it leaves the node it rests at; null when the node has yet to decide. */
  port: string | null;
  /** What it meant, when it rests at the node and decides again. */
  intent: Intent | null;
  /** The triggering fact. */
  entered: Moment;
  /** When nodes were left that conditions count from. */
  left: Readonly<Record<NodeId, readonly [Millis, number]>>;
  /** What nodes asked to remember. */
  memory: Readonly<Record<NodeId, Json>>;
}

/** What people decided about an enrollment from outside: publishing a new version, or releasing what was parked. */
type Decided = 'moved' | 'recounted' | 'parked' | 'retried' | 'skipped' | 'rerouted' | 'sent_on';

/**
 * One thing a pass did, as the diary keeps it: node, what it decided, port or reason, until when, why.
 */
export type Step = [
  node: NodeId,
  outcome: 'leave' | 'sleep' | 'listen' | 'ask' | 'exit' | Decided,
  name: string | null,
  until?: Millis | null,
  why?: string,
];

/** How a pass ended. */
export type Rest =
  | { kind: 'sleep'; node: NodeId; until: Millis; port: string; intent: Intent }
  /** `port` null: the node decides again at `until`. */
  | { kind: 'listen'; node: NodeId; until: Millis | null; port: string | null; intent: Intent }
  | { kind: 'ask'; node: NodeId; effect: Effect }
  | { kind: 'again'; node: NodeId }
  /** The node's type is not known to this process; a newer one goes on from here. */
  | { kind: 'unknown'; node: NodeId }
  | { kind: 'end'; node: NodeId; reason: string };

/** One walk of an enrollment through nodes until it rests. */
export interface Pass {
  steps: Step[];
  /** Nodes entered, in order. */
  entered: NodeId[];
  rest: Rest;
  /** What it changed about the customer, in order. */
  changes: Change[];
  left: Readonly<Record<NodeId, readonly [Millis, number]>>;
  memory: Readonly<Record<NodeId, Json>>;
}

/** The world around a pass. */
export interface Surround {
  facts: Facts;
  now: Millis;
  zone: string;
  /** Number of the newest fact that has arrived; leaving a node at the same instant as a fact counts as later. */
  arrival: number;
  /** When the pass was due: what it comes to is reached then. Absent: now. */
  reached?: Moment | undefined;
  /** What is decided for everybody at a node. */
  boards?: Readonly<Record<NodeId, Json>> | undefined;
}

/**
 * The interpreter: production, replay, simulation and preview all walk here. Pure. A pass begins with a look at the
 * goal and the exit conditions, since time or the start may have met them without a fact that told so.
 * @throws Error when the graph does not hold what the enrollment stands on
 */
export function walk(graph: CompiledGraph, standing: Standing, around: Surround): Pass {
  const { now, zone, arrival, reached = { at: now, arrival } } = around;
  const pass: Omit<Pass, 'rest'> = {
    steps: [],
    entered: [],
    changes: [],
    left: standing.left,
    memory: standing.memory,
  };
  let { facts } = around;
  let at: NodeId = standing.node;
  let intent = standing.port === null ? standing.intent : null;
  const end = (rest: Rest): Pass => ({ ...pass, rest });
  const completed: Rest = { kind: 'end', node: '', reason: 'completed' };

  /** Goes out by a port; false at an open end. */
  const goOn = (port: string, why?: string): boolean => {
    pass.steps.push(why === undefined ? [at, 'leave', port] : [at, 'leave', port, null, why]);
    if (graph.countedFrom.has(at)) pass.left = { ...pass.left, [at]: [now, arrival] };
    const target = graph.nodes.get(at)?.next.get(port);
    if (target === undefined) return false;
    at = target;
    intent = null;
    pass.entered.push(at);
    return true;
  };

  const occasion = {
    now,
    zone,
    entered: standing.entered,
    leftNode: (node: NodeId): Moment | undefined => {
      const moment = pass.left[node];
      return moment && { at: moment[0], arrival: moment[1] };
    },
  };
  const turnAt = (node: CompiledNode) => ({
    config: node.config,
    facts,
    now,
    zone,
    occasion,
    arrival,
    reached,
    enrollment: { ...standing.enrollment, node: at },
    memory: pass.memory[at],
    intent: intent ?? undefined,
    board: around.boards?.[at],
  });

  const met = graph.endings.find(({ when }) => evaluate(when, facts, occasion));
  if (met) {
    pass.steps.push([at, 'exit', met.reason]);
    return end({ kind: 'end', node: at, reason: met.reason });
  }
  if (standing.port !== null && !goOn(standing.port)) return end(completed);
  for (let visited = 0; visited < MOST_NODES; visited++) {
    const node = graph.nodes.get(at);
    if (!node && graph.unknown.has(at)) return end({ kind: 'unknown', node: at });
    if (!node) throw new Error(`there is no node ${at}`);
    if (node.disabled) {
      if (node.through === undefined) return end({ ...completed, node: at }); // ends where it stands
      if (!goOn(node.through)) return end(completed);
      continue;
    }
    const outcome = node.definition.decide(turnAt(node));
    const { why, remember } = { why: undefined, remember: undefined, ...outcome };
    if (remember !== undefined) pass.memory = { ...pass.memory, [at]: remember };
    const rested = (kind: 'sleep' | 'listen', name: string | null, until: Millis | null) =>
      pass.steps.push(why === undefined ? [at, kind, name, until] : [at, kind, name, until, why]);
    switch (outcome.kind) {
      case 'leave':
        pass.changes.push(...outcome.changes);
        facts = withChanges(facts, outcome.changes);
        if (!goOn(outcome.port, why)) return end(completed);
        continue;
      case 'sleep':
        rested('sleep', outcome.then, outcome.until);
        return end({ kind: 'sleep', node: at, until: outcome.until, port: outcome.then, intent: outcome.intent });
      case 'listen': {
        const heard = node.definition.hears?.({ ...turnAt(node), intent: outcome.intent });
        if (heard !== undefined) {
          if (!goOn(heard, 'heard')) return end(completed);
          continue;
        }
        if (outcome.until !== null && outcome.until <= now) {
          if (!goOn(outcome.onTimeout, 'timeout')) return end(completed);
          continue;
        }
        rested('listen', outcome.onTimeout, outcome.until);
        const looksFirst = outcome.look !== undefined && (outcome.until === null || outcome.look < outcome.until);
        const [until, port] = looksFirst ? [outcome.look!, null] : [outcome.until, outcome.onTimeout];
        return end({ kind: 'listen', node: at, until, port, intent: outcome.intent });
      }
      case 'ask':
        pass.steps.push([at, 'ask', nameOf(outcome.effect)]);
        return end({ kind: 'ask', node: at, effect: outcome.effect });
      case 'exit':
        pass.steps.push([at, 'exit', outcome.reason]);
        return end({ kind: 'end', node: at, reason: outcome.reason });
    }
  }
  return end({ kind: 'again', node: at });
}

const nameOf = (effect: Effect): string => (effect.kind === 'send' ? effect.template : effect.performer);
