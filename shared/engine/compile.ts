import type { Condition } from '../conditions/condition.ts';
import { allNeeds, type Needs } from '../conditions/facts.ts';
import { needsOf, nodesCountedFrom } from '../conditions/parts.ts';
import type { JourneyGraph, JourneySettings, NodeId } from '../journey/graph.ts';
import type { Trigger } from '../journey/triggers.ts';
import { openNode, type AnyNode } from '../nodes/registry.ts';
import type { Start } from '../nodes/start/node.ts';

/** The reason with which a passage ends well. */
export const GOAL = 'goal' as const;

/** A node made ready to run: configuration parsed once, targets resolved. */
export interface CompiledNode {
  id: NodeId;
  definition: AnyNode;
  config: Record<string, unknown>;
  /** First declared port: the way through for a disabled node. */
  through: string | undefined;
  disabled: boolean;
  next: ReadonlyMap<string, NodeId>;
}

/** A published graph, opened once and walked many times. */
export interface CompiledGraph {
  start: NodeId;
  nodes: ReadonlyMap<NodeId, CompiledNode>;
  /** Nodes this version of Tabiji does not know; people who reach one are left to a newer worker. */
  unknown: ReadonlySet<NodeId>;
  triggers: readonly Trigger[];
  filter: Condition | undefined;
  settings: JourneySettings;
  /** Conditions that end an enrollment as soon as they are met, with the reason that is recorded. */
  endings: readonly { reason: typeof GOAL | 'exit_condition'; when: Condition }[];
  /** What judging the endings needs. */
  endingNeeds: Needs;
  /** Nodes whose leaving later conditions count from. */
  countedFrom: ReadonlySet<NodeId>;
  /** Nodes of which it is kept who left them by which port. */
  records: ReadonlySet<NodeId>;
  /** What a pass needs that begins by entering this node. */
  needsFrom(node: NodeId): Needs;
  /** Whether such a pass may change its customer or begin to listen: it must hold the customer's row. */
  holdsFrom(node: NodeId): boolean;
}

/**
 * Makes a graph ready to run.
 * @throws Error when a configuration does not fit its type; publishing refuses such graphs before
 */
export function compileGraph(graph: JourneyGraph): CompiledGraph {
  const nodes = new Map<NodeId, CompiledNode>();
  const unknown = new Set<NodeId>();
  for (const [id, node] of Object.entries(graph.nodes)) {
    const opened = openNode(node);
    if (!opened.ok && opened.because === 'unknown_type') {
      unknown.add(id);
      continue;
    }
    if (!opened.ok)
      throw new Error(`node ${id}: ${opened.issues.map(({ path, message }) => `${path} ${message}`).join(', ')}`);
    const { definition, config } = opened;
    const targets = Object.entries(node.next).filter(
      (entry): entry is [string, NodeId] => !!entry[1] && !!graph.nodes[entry[1]],
    );
    const jump = definition.jump?.(config);
    if (jump && graph.nodes[jump.to]) targets.push([jump.port, jump.to]);
    nodes.set(id, {
      id,
      definition,
      config,
      through: definition.ports(config)[0]?.id,
      disabled: node.disabled === true && node.type !== 'start',
      next: new Map(targets),
    });
  }
  const start = nodes.get(graph.start)?.config as Start | undefined;
  const endings = [
    ...(graph.settings.goal ? [{ reason: GOAL, when: graph.settings.goal }] : []),
    ...(graph.settings.exitWhen ?? []).map((when) => ({ reason: 'exit_condition' as const, when })),
  ];
  const conditions = [
    ...endings.map(({ when }) => when),
    ...[...nodes.values()].flatMap(({ definition, config }) =>
      (definition.conditions?.(config) ?? []).map(({ condition }) => condition),
    ),
  ];
  return {
    start: graph.start,
    nodes,
    unknown,
    triggers: start?.triggers ?? [],
    filter: start?.filter,
    settings: graph.settings,
    endings,
    endingNeeds: allNeeds(endings.map(({ when }) => needsOf(when))),
    countedFrom: new Set(conditions.flatMap(nodesCountedFrom)),
    records: new Set([...nodes.values()].flatMap((node) => (records(node) ? [node.id] : []))),
    needsFrom: perPass(nodes, (reached) => allNeeds(reached.map(({ definition, config }) => definition.needs(config)))),
    holdsFrom: perPass(nodes, (reached) => reached.some(holds)),
  };
}

/** Remembers for each node what is true of the passes that begin by entering it. */
function perPass<T>(nodes: ReadonlyMap<NodeId, CompiledNode>, of: (reached: readonly CompiledNode[]) => T) {
  const known = new Map<NodeId, T>();
  return (from: NodeId): T => {
    const remembered = known.get(from);
    if (remembered !== undefined) return remembered;
    const found = of(reachedInOnePass(nodes, from));
    known.set(from, found);
    return found;
  };
}

/** A pass ends where people rest, so what lies behind a resting node is not reached by it, but for what it hears at once. */
function reachedInOnePass(nodes: ReadonlyMap<NodeId, CompiledNode>, from: NodeId): CompiledNode[] {
  const seen = new Map<NodeId, CompiledNode>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (!node || seen.has(id)) continue;
    seen.set(id, node);
    if (!node.definition.rests || node.definition.hears || node.disabled) open.push(...node.next.values());
  }
  return [...seen.values()];
}

/** Whether a node needs its customer's row: it changes the customer, or must not miss what arrives while it sets up. */
const holds = ({ definition, disabled }: CompiledNode): boolean =>
  !disabled && (definition.changes === true || definition.hears !== undefined || definition.moves === true);

const records = ({ definition, disabled }: CompiledNode): boolean => !disabled && definition.records === true;
