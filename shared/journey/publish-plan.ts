import { z } from 'zod';
import { findNodeType, openNode } from '../nodes/registry.ts';
import { stableText } from '../stable-json.ts';
import { NodeId, type GraphNode, type JourneyGraph } from './graph.ts';

/** What happens to the customers who rest at a node that a new version changes or no longer has. */
export const PublishChoice = z.union([
  z
    .enum(['keep', 'recount', 'finish', 'exit'])
    .describe(
      'keep: go on by the new version when the time comes that was set; recount: the new settings count from when they came; finish: go to the end by the old version; exit: leave now',
    ),
  z.strictObject({ move: NodeId }).describe('go to another node of the new version, now'),
]);
export type PublishChoice = z.infer<typeof PublishChoice>;

/** By node of the version that is published now. */
export const PublishPlan = z.record(NodeId, PublishChoice);
export type PublishPlan = z.infer<typeof PublishPlan>;

export const CHOICES = ['keep', 'recount', 'move', 'finish', 'exit'] as const;
export type ChoiceKind = (typeof CHOICES)[number];

export const kindOf = (choice: PublishChoice): ChoiceKind => (typeof choice === 'string' ? choice : 'move');

/** A node that differs between two versions, with the choices that make sense there; the first is the suggested one. */
export interface NodeChange {
  node: NodeId;
  change: 'changed' | 'removed';
  choices: ChoiceKind[];
}

/**
 * Nodes at which somebody may rest and that a new graph changes or lacks. Where a node leads does not count: people
 * simply go on by the new path.
 */
export function nodeChanges(before: JourneyGraph, after: JourneyGraph): NodeChange[] {
  return Object.entries(before.nodes).flatMap(([node, old]): NodeChange[] => {
    const now = after.nodes[node];
    if (!now) return [{ node, change: 'removed', choices: ['finish', 'move', 'exit'] }];
    if (sameNode(old, now)) return [];
    const known = old.type === now.type && findNodeType(now.type)?.rests === true && now.disabled !== true;
    // Who listens for something to be added (a series) would hear nothing of it until they decide again.
    const listens = findNodeType(now.type)?.hears !== undefined;
    const recount = known ? (['recount'] as const) : [];
    const choices: ChoiceKind[] = [
      ...(listens ? recount : []),
      ...(keepsPorts(old, now) ? (['keep'] as const) : []),
      ...(listens ? [] : recount),
      'finish',
      'move',
      'exit',
    ];
    return [{ node, change: 'changed', choices }];
  });
}

const sameNode = (a: GraphNode, b: GraphNode): boolean =>
  a.type === b.type && (a.disabled ?? false) === (b.disabled ?? false) && configText(a) === configText(b);

/** The configuration as the type's present version reads it, so that an upgrade alone is no change. */
function configText(node: GraphNode): string {
  const opened = openNode(node);
  return stableText(opened.ok ? opened.config : node.config);
}

/** Whoever sleeps has a port to wake by; it must still be there. */
function keepsPorts(old: GraphNode, now: GraphNode): boolean {
  const [before, after] = [openNode(old), openNode(now)];
  if (!before.ok || !after.ok || now.disabled === true) return false;
  const there = new Set(after.definition.ports(after.config).map(({ id }) => id));
  return before.definition.ports(before.config).every(({ id }) => there.has(id));
}
