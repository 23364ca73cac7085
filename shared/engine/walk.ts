import { evaluate } from '../conditions/evaluate.ts';
import type { Facts, Moment } from '../conditions/facts.ts';
import type { NodeId } from '../journey/graph.ts';
import type { Effect, Intent } from '../nodes/outcome.ts';
import type { Millis } from '../time.ts';
import type { CompiledGraph } from './compile.ts';

/** The most nodes one pass visits; a longer path goes on in the next pass, at once. */
export const MOST_NODES = 100;

/** Where an enrollment stands when a pass begins. */
export interface Standing {
  node: NodeId;
  /** How it leaves the node it rests at; null when the node has yet to decide. */
  port: string | null;
  /** The triggering fact. */
  entered: Moment;
  /** When nodes were left that conditions count from. */
  left: Readonly<Record<NodeId, readonly [Millis, number]>>;
}

/** One thing a pass did, as the diary keeps it: node, what it decided, port or reason, until when. */
export type Step = [
  node: NodeId,
  outcome: 'leave' | 'sleep' | 'listen' | 'ask' | 'exit',
  name: string | null,
  until?: Millis,
];

/** How a pass ended. */
export type Rest =
  | { kind: 'sleep'; node: NodeId; until: Millis; port: string; intent: Intent }
  | { kind: 'ask'; node: NodeId; effect: Effect }
  | { kind: 'again'; node: NodeId }
  | { kind: 'end'; node: NodeId; reason: string };

/** One walk of an enrollment through nodes until it rests. */
export interface Pass {
  steps: Step[];
  /** Nodes entered, in order. */
  entered: NodeId[];
  rest: Rest;
  left: Readonly<Record<NodeId, readonly [Millis, number]>>;
}

/** The world around a pass. */
export interface Surround {
  facts: Facts;
  now: Millis;
  zone: string;
  /** Number of the newest fact that has arrived; leaving a node at the same instant as a fact counts as later. */
  arrival: number;
}

/**
 * The interpreter: production, replay, simulation and preview all walk here. Pure. A pass begins with a look at the
 * goal and the exit conditions, since time or the start may have met them without a fact that told so.
 * @throws Error when the graph does not hold what the enrollment stands on
 */
export function walk(graph: CompiledGraph, standing: Standing, { facts, now, zone, arrival }: Surround): Pass {
  const steps: Step[] = [];
  const entered: NodeId[] = [];
  let left = standing.left;
  let at: NodeId = standing.node;
  const end = (rest: Rest): Pass => ({ steps, entered, rest, left });

  /** Goes out by a port; false at an open end. */
  const goOn = (port: string): boolean => {
    steps.push([at, 'leave', port]);
    if (graph.countedFrom.has(at)) left = { ...left, [at]: [now, arrival] };
    const target = nodeAt(graph, at).next.get(port);
    if (target === undefined) return false;
    at = target;
    entered.push(at);
    return true;
  };

  const occasion = {
    now,
    zone,
    entered: standing.entered,
    leftNode: (node: NodeId): Moment | undefined => {
      const moment = left[node];
      return moment && { at: moment[0], arrival: moment[1] };
    },
  };

  const met = graph.endings.find(({ when }) => evaluate(when, facts, occasion));
  if (met) {
    steps.push([at, 'exit', met.reason]);
    return end({ kind: 'end', node: at, reason: met.reason });
  }
  if (standing.port !== null && !goOn(standing.port)) return end({ kind: 'end', node: '', reason: 'completed' });
  for (let visited = 0; visited < MOST_NODES; visited++) {
    const node = nodeAt(graph, at);
    if (node.disabled) {
      if (node.through === undefined || !goOn(node.through)) return end({ kind: 'end', node: '', reason: 'completed' });
      continue;
    }
    const outcome = node.definition.decide({ config: node.config, facts, now, zone, occasion });
    switch (outcome.kind) {
      case 'leave':
        if (!goOn(outcome.port)) return end({ kind: 'end', node: '', reason: 'completed' });
        continue;
      case 'sleep':
        steps.push([at, 'sleep', outcome.then, outcome.until]);
        return end({ kind: 'sleep', node: at, until: outcome.until, port: outcome.then, intent: outcome.intent });
      case 'ask':
        steps.push([at, 'ask', outcome.effect.template]);
        return end({ kind: 'ask', node: at, effect: outcome.effect });
      case 'exit':
        steps.push([at, 'exit', outcome.reason]);
        return end({ kind: 'end', node: at, reason: outcome.reason });
      case 'listen':
        throw new Error(`node ${at} listens for an event, which this version cannot do`);
    }
  }
  return end({ kind: 'again', node: at });
}

function nodeAt(graph: CompiledGraph, id: NodeId) {
  const node = graph.nodes.get(id);
  if (!node)
    throw new Error(graph.unknown.has(id) ? `the type of node ${id} is not installed` : `there is no node ${id}`);
  return node;
}
