import { type Bucket, EMPTY_BUCKET, opensAt, roomIn, take } from '@tabiji/shared/sending/bucket.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import type { Again } from '../again.sql.ts';
import type { Due } from '../due-mail.sql.ts';
import type { Allowed } from '../judge.ts';
import { allOf, type Line, lineFor, limitOf, momentOf, tomorrowOf } from './line.ts';

/** A limit's use, as it is kept. */
export interface KeptBucket extends Bucket {
  line: Line;
  /** Real time: there is room again. */
  opensAt: number;
}

/**
 * Of the mails that may go, those whose turn it is. The others wait in their lines until there is room, which counts as
 * no attempt. Any number of senders may ask at once: the buckets stay locked until the transaction ends. Asks nothing
 * of the database where nothing is limited.
 */
export async function inPace(
  { sending }: Pick<Store, 'sending'>,
  here: Here,
  go: readonly Allowed[],
): Promise<Allowed[]> {
  const at = momentOf(here);
  const lines = new Map<number, Line>();
  for (const { due } of go) {
    const line = lineFor(here, due, at);
    if (line !== undefined) lines.set(due.id, line);
  }
  if (lines.size === 0) return [...go];
  const used = [...new Set([...lines.values()].flatMap((line) => [line, allOf(line)]))].toSorted();
  const buckets = await sending.lockBuckets(used);
  const bucketOf = (line: Line) => buckets.get(line) ?? EMPTY_BUCKET;
  const room = new Map(used.map((line) => [line, roomIn(bucketOf(line), limitOf(here, line, at), at)]));
  const taken = new Map(used.map((line) => [line, 0]));
  const waiting: Again[] = [];
  const limited = go.filter(({ due }) => lines.has(due.id)).map(({ due }) => ({ due, rank: rankOf(due, here) }));
  for (const { due, rank } of limited.toSorted((a, b) => a.rank - b.rank || a.due.id - b.due.id)) {
    const line = lines.get(due.id)!;
    const both = [line, allOf(line)];
    if (both.every((one) => room.get(one)! > taken.get(one)!))
      for (const one of both) taken.set(one, taken.get(one)! + 1);
    else waiting.push(waitsIn(due, line, rank));
  }
  await sending.writeBuckets(
    used.map((line) => {
      const limit = limitOf(here, line, at);
      const bucket = take(bucketOf(line), limit, at, taken.get(line)!);
      return { line, ...bucket, opensAt: opensAt(bucket, limit, at, tomorrowOf(here, at)) };
    }),
  );
  await sending.putBack(waiting);
  const late = new Set(waiting.map(({ id }) => id));
  return go.filter(({ due }) => !late.has(due.id));
}

const MOST_IMPORTANT = 1_000_000;

/**
 * Who goes first in a line: what may have been accepted already and must be asked for again within a day; what an order
 * or an account needs; then promotions by the importance of their journey. In each case the older one.
 */
function rankOf(due: Due, here: Here): number {
  if (due.firstAttemptAt !== null) return 0;
  if (topicRule(here.topics, due.topic).kind === 'transactional') return 1;
  return MOST_IMPORTANT - due.priority;
}

const waitsIn = (due: Due, name: Line, rank: number): Again => ({
  id: due.id,
  fence: due.fence,
  because: 'pace',
  afterMs: 0,
  uncertain: due.firstAttemptAt !== null,
  untried: true,
  line: { name, rank },
});
