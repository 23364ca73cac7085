import type { Fork } from '@tabiji/shared/api/simulate.ts';
import type { CompiledGraph, CompiledNode } from '@tabiji/shared/engine/compile.ts';
import type { Turn } from '@tabiji/shared/nodes/define-node.ts';
import { leave, sleep, type Outcome } from '@tabiji/shared/nodes/outcome.ts';
import type { AnyNode } from '@tabiji/shared/nodes/registry.ts';
import { addDuration } from '@tabiji/shared/time.ts';

type AnyTurn = Turn<Record<string, unknown>>;

/** What a node was asked and what it said. */
export interface Seen {
  node: CompiledNode;
  turn: AnyTurn;
  said: Outcome | { kind: 'heard'; port: string };
  forked: boolean;
}

/**
 * The same graph, whose nodes tell what they are asked and what they say; where there is a fork, another port than their
 * own is said. Whatever walks the graph is the interpreter of production.
 */
export function watched(graph: CompiledGraph, forks: readonly Fork[], tell: (seen: Seen) => void): CompiledGraph {
  const nodes = [...graph.nodes].map(([id, node]) => {
    const fork = forks.find((one) => one.node === id);
    return [id, { ...node, definition: watchedNode(node, fork, tell) }] as const;
  });
  return { ...graph, nodes: new Map(nodes) };
}

function watchedNode(node: CompiledNode, fork: Fork | undefined, tell: (seen: Seen) => void): AnyNode {
  const { definition } = node;
  const decide = (turn: AnyTurn): Outcome => {
    const own = definition.decide(turn);
    const said = fork ? instead(definition, fork, turn, own) : own;
    tell({ node, turn, said, forked: said !== own });
    return said;
  };
  if (fork) return { ...definition, decide, hears: definition.hears && (() => undefined), moves: false };
  if (!definition.hears) return { ...definition, decide };
  return {
    ...definition,
    decide,
    hears(turn) {
      const port = definition.hears?.(turn);
      if (port !== undefined) tell({ node, turn, said: { kind: 'heard', port }, forked: false });
      return port;
    },
  };
}

/** Who rests goes on in a pass of their own, so that it knows what lies behind the node. */
function instead({ rests }: AnyNode, { port, after }: Fork, { now, zone }: AnyTurn, own: Outcome): Outcome {
  if (own.kind === 'ask' && own.effect.kind === 'perform') return own; // answered from outside, by the same port
  if (after === undefined && own.kind === 'listen' && own.onTimeout === port) return { ...own, look: undefined };
  if (after === undefined && own.kind === 'sleep' && own.then === port) return own;
  if (own.kind === 'leave' && !rests) return own.port === port ? own : leave(port, own.changes);
  if (!rests) return leave(port);
  return sleep(after === undefined ? now : addDuration(now, after, zone), port, { from: now }, { why: 'fork' });
}
