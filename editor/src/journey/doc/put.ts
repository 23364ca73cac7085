import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { isDraft, original } from 'immer';
import type { Fragment } from './fragment.ts';
import type { PortRef } from './ports.ts';

/** The graph before the command, frozen and quick to read; for decisions taken before anything is changed. */
export const unchanged = (draft: JourneyGraph): JourneyGraph => (isDraft(draft) ? original(draft)! : draft);

/** Leads ways to a node, or makes open ends of them. */
export function lead(draft: JourneyGraph, ways: readonly PortRef[], to: string | null): void {
  for (const { node, port } of ways) {
    const from = draft.nodes[node];
    if (from) from.next[port] = to;
  }
}

/** Puts something behind a slot; what followed there follows its tail. */
export function putBehind(
  draft: JourneyGraph,
  slot: PortRef,
  { head, tail }: { head: string; tail: readonly PortRef[] },
): void {
  const follower = draft.nodes[slot.node]?.next[slot.port] ?? null;
  if (follower !== null) lead(draft, tail, follower);
  lead(draft, [slot], head);
}

/** Adds copied nodes to the graph, leading nowhere yet; false when one of their ids is taken. */
export function addNodes(draft: JourneyGraph, { nodes }: Fragment): boolean {
  if (Object.keys(nodes).some((id) => draft.nodes[id])) return false;
  Object.assign(draft.nodes, structuredClone(nodes));
  return true;
}
