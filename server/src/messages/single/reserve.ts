import { EMPTY_BUCKET, opensAt, take } from '@tabiji/shared/sending/bucket.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import { allOf, limitOf, lineTo, momentOf, tomorrowOf } from '../pace/line.ts';

/** Somebody waits for the answer. */
const PATIENCE_MS = 5000;

/**
 * Takes the next token of a sender's limits, before whoever waits in line: a bucket that is empty now is filled later by
 * so much. No minute has more mails than its limit by that. Asks nothing of the database where nothing is limited.
 * @returns in how many milliseconds it may go; undefined where that is too long, and nothing was taken
 */
export async function reserve(
  { sending }: Pick<Store, 'sending'>,
  here: Here,
  to: { sender: string; email: string },
): Promise<number | undefined> {
  const at = momentOf(here);
  const line = lineTo(here, to, at);
  if (line === undefined) return 0;
  const lines = [line, allOf(line)].toSorted();
  const buckets = await sending.lockBuckets(lines);
  const limits = lines.map((one) => ({
    line: one,
    bucket: buckets.get(one) ?? EMPTY_BUCKET,
    limit: limitOf(here, one, at),
  }));
  const tomorrow = tomorrowOf(here, at);
  // the day's limit counts it and does not hold it
  const opens = limits.map(({ bucket, limit }) => opensAt(bucket, { ...limit, perDay: null }, at, tomorrow));
  const goes = Math.max(at.now, ...opens);
  if (goes - at.now > PATIENCE_MS) return undefined;
  await sending.writeBuckets(
    limits.map(({ line: one, bucket, limit }) => {
      const taken = take(bucket, limit, { ...at, now: goes }, 1);
      return { line: one, ...taken, opensAt: opensAt(taken, limit, at, tomorrow) };
    }),
  );
  return goes - at.now;
}
