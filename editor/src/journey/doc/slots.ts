import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { walkBelow } from '../layout/walk.ts';
import type { Piece } from './piece.ts';
import { portsInto, portsOf, type PortRef } from './ports.ts';
import { reachedFrom } from './reach.ts';

/** Why something may not stand at a slot; undefined: it may. */
export type Judge = (slot: PortRef) => Words | undefined;

/** Every way out of every node, in reading order: the places at which something can stand. */
export const slotsOf = (graph: JourneyGraph): PortRef[] => {
  const main = walkBelow(graph, graph.start).order;
  const rest = Object.keys(graph.nodes).filter((id) => !new Set(main).has(id));
  return [...main, ...rest].flatMap((node) =>
    graph.nodes[node] ? portsOf(graph.nodes[node]).map(({ id: port }) => ({ node, port })) : [],
  );
};

/** Where a piece may be moved to, in reading order. */
export function legalSlots(graph: JourneyGraph, piece: Piece): PortRef[] {
  const judge = judgeMove(graph, piece);
  return slotsOf(graph).filter((slot) => judge(slot) === undefined);
}

/** Judges the places to which a piece of the graph might be moved. Costs O(V+E) once, then nothing per place. */
export function judgeMove(graph: JourneyGraph, piece: Piece): Judge {
  const { head, ids, tail, after, joins } = piece;
  const behindJoins = reachedFrom(graph, joins);
  const entries = portsInto(graph, head).length;
  const jumps = judgeJumps(graph, piece);
  return (slot) => {
    const target = followerAt(graph, slot);
    if (target === undefined) return GONE;
    if (ids.has(slot.node)) return INSIDE;
    if (target === head && entries === 1) return HERE;
    if (behindJoins.has(slot.node)) return BEHIND_JOIN;
    if (tail.length === 0 && (target === head ? after : target) !== null) return IS_AN_END;
    return jumps(slot, target);
  };
}

/** Judges the places at which a copy might be put: one that customers do not leave can only end a path. */
export const judgeCopy =
  (graph: JourneyGraph, { tail }: { tail: readonly PortRef[] }): Judge =>
  (slot) => {
    const target = followerAt(graph, slot);
    if (target === undefined) return GONE;
    return tail.length === 0 && target !== null ? IS_AN_END : undefined;
  };

/** What follows a slot: a node, null at an open end, undefined where there is no such slot. */
export function followerAt(graph: JourneyGraph, { node, port }: PortRef): NodeId | null | undefined {
  const from = graph.nodes[node];
  if (!from || !portsOf(from).some(({ id }) => id === port)) return undefined;
  const target = from.next[port];
  return target && graph.nodes[target] ? target : null;
}

/** A way back must still lead back: what is gone back to stays before, and what goes back stays behind. */
function judgeJumps(
  graph: JourneyGraph,
  { ids, joins }: Piece,
): (slot: PortRef, target: NodeId | null) => Words | undefined {
  const jumps = Object.keys(graph.nodes).flatMap((from) => {
    const to = jumpOf(graph, from);
    return to !== undefined && ids.has(from) !== ids.has(to) && reachedFrom(graph, [to]).has(from)
      ? [{ from, to }]
      : [];
  });
  if (jumps.length === 0) return () => undefined;
  const behind = new Map(jumps.map(({ to }) => [to, reachedFrom(graph, [to])]));
  return (slot, target) => {
    const below = reachedFrom(graph, target === null ? joins : [target, ...joins]);
    const isBroken = jumps.some(({ from, to }) => (ids.has(from) ? !behind.get(to)!.has(slot.node) : !below.has(from)));
    return isBroken ? BREAKS_JUMP : undefined;
  };
}

const jumpOf = (graph: JourneyGraph, id: NodeId): NodeId | undefined => {
  const opened = openNode(graph.nodes[id]!);
  const to = opened.ok ? opened.definition.jump?.(opened.config)?.to : undefined;
  return to !== undefined && graph.nodes[to] ? to : undefined;
};

const GONE: Words = { ja: 'ここには置けません。', en: 'Nothing can be put here.' };
const INSIDE: Words = { ja: '動かす手順の中には置けません。', en: 'It cannot be put inside itself.' };
const HERE: Words = { ja: 'いまの場所です。', en: 'It stands here now.' };
const BEHIND_JOIN: Words = {
  ja: 'ここに置くと合流先より後ろになります。',
  en: 'Here it would come after the node it joins.',
};
const IS_AN_END: Words = {
  ja: 'この後に続きを置けない手順なので、道の終わりにだけ置けます。',
  en: 'Nothing can follow it, so it can only be put at the end of a path.',
};
const BREAKS_JUMP: Words = {
  ja: 'ここに置くと「前へ戻る」の戻り先が前ではなくなります。',
  en: 'Here a way back would no longer lead back.',
};
