import type { Condition } from '../conditions/condition.ts';
import { allNeeds, type Needs } from '../conditions/facts.ts';
import { needsOf, nodesCountedFrom } from '../conditions/parts.ts';
import type { JourneyGraph, JourneySettings, NodeId } from '../journey/graph.ts';
import type { Trigger } from '../journey/triggers.ts';
import { openNode, type AnyNode } from '../nodes/registry.ts';
import type { Start } from '../nodes/start/node.ts';

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
  endings: readonly { reason: 'goal' | 'exit_condition'; when: Condition }[];
  /** What judging the endings needs. */
  endingNeeds: Needs;
  /** Nodes whose leaving later conditions count from. */
  countedFrom: ReadonlySet<NodeId>;
  /** What a pass needs that begins by entering this node. */
  needsFrom(node: NodeId): Needs;
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
    ...(graph.settings.goal ? [{ reason: 'goal' as const, when: graph.settings.goal }] : []),
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
    needsFrom: rememberNeeds(nodes),
  };
}

/** A pass ends where people rest, so what lies behind a resting node need not be loaded for it. */
function rememberNeeds(nodes: ReadonlyMap<NodeId, CompiledNode>): (node: NodeId) => Needs {
  const known = new Map<NodeId, Needs>();
  return (from) => {
    const remembered = known.get(from);
    if (remembered) return remembered;
    const seen = new Set<NodeId>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const node = nodes.get(id);
      if (!node || seen.has(id)) continue;
      seen.add(id);
      if (!node.definition.rests || node.disabled) open.push(...node.next.values());
    }
    const needs = allNeeds(
      [...seen].map((id) => nodes.get(id)!).map(({ definition, config }) => definition.needs(config)),
    );
    known.set(from, needs);
    return needs;
  };
}
