import type { JourneyComment } from '@tabiji/shared/api/comments.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';

/** A comment with its answers. */
export interface Thread {
  first: JourneyComment;
  answers: readonly JourneyComment[];
}

/** What a card needs to know: how many threads are open, by node. */
export type OpenThreads = Readonly<Record<NodeId, number>>;

/** Threads in the order in which they began. */
export const threadsOf = (all: readonly JourneyComment[]): Thread[] =>
  all
    .filter(({ id, thread }) => id === thread)
    .map((first) => ({ first, answers: all.filter(({ id, thread }) => thread === first.id && id !== thread) }));

/** Counts open threads by node; those about the whole journey are nobody's. */
export function openThreads(all: readonly JourneyComment[]): OpenThreads {
  const counts: Record<NodeId, number> = {};
  for (const { id, thread, node, resolved } of all)
    if (id === thread && node !== null && !resolved) counts[node] = (counts[node] ?? 0) + 1;
  return counts;
}
