import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Facts } from '@tabiji/shared/conditions/facts.ts';
import { nextFlip } from '@tabiji/shared/conditions/flip.ts';
import type { PlannedTimer } from '../engine/timers.sql.ts';
import type { Known } from '../engine/load-facts.ts';
import type { WatchedSegment } from '../engine/setup.ts';
import type { Store } from '../engine/store.ts';
import type { Here } from '../db/in-workspace.ts';

/** A customer entered or left a segment. */
export interface SegmentChange {
  customerId: number;
  segment: string;
  change: 'entered' | 'left';
}

/**
 * Judges segments for customers whose facts changed (or whose time has come), moves them in and out, and plans when
 * the passing of time may next move them. The customers are locked.
 */
export async function moveSegments(
  store: Store,
  here: Here,
  segments: readonly WatchedSegment[],
  known: ReadonlyMap<number, Known>,
): Promise<SegmentChange[]> {
  if (segments.length === 0 || known.size === 0) return [];
  const changes: (SegmentChange & { segmentId: number })[] = [];
  const timers: PlannedTimer[] = [];
  for (const [customerId, { facts }] of known) {
    const now = judge(segments, facts, here);
    for (const { id, key, condition } of segments) {
      const [was, is] = [facts.segments.has(key), now.segments.has(key)];
      if (was !== is) changes.push({ customerId, segmentId: id, segment: key, change: is ? 'entered' : 'left' });
      timers.push({ kind: 'segment', ref: String(id), customerId, at: nextFlip(condition, now, here) ?? null });
    }
  }
  await store.segments.add(
    here.now,
    changes.filter(({ change }) => change === 'entered'),
  );
  await store.segments.remove(changes.filter(({ change }) => change === 'left'));
  await store.timers.write(timers);
  return changes;
}

/**
 * The facts with the memberships that hold now; those in segments that are not judged stay as they are. Segments may
 * ask about segments: each round settles one more link of the longest chain, and after the last one definitions that
 * run in a circle (saving refuses them) stay as they stand.
 */
function judge(segments: readonly WatchedSegment[], facts: Facts, here: Here): Facts {
  const judged = new Set(segments.map(({ key }) => key));
  const others = [...facts.segments].filter((key) => !judged.has(key));
  let current = facts;
  for (let round = 0; round <= segments.length; round++) {
    const met = segments.filter(({ condition }) => evaluate(condition, current, here)).map(({ key }) => key);
    const members = new Set([...others, ...met]);
    const settled = members.size === current.segments.size && [...members].every((key) => current.segments.has(key));
    if (settled) break;
    current = { ...current, segments: members };
  }
  return current;
}
