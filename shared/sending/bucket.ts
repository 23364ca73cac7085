import type { Millis } from '../time.ts';
import type { Day } from '../time/day.ts';

/**
 * How much of a limit is used up. A bucket of tokens, one for each mail, that is told by the moment at which it will be
 * full again; and the mails of a day.
 */
export interface Bucket {
  /** Real time, with fractions. */
  fullAt: number;
  day: Day;
  /** Mails of that day. */
  sent: number;
}

/** Null: no limit. */
export interface Limit {
  perMinute: number | null;
  perDay: number | null;
}

/** Real time, and the date it has where the workspace is. */
export interface Moment {
  now: Millis;
  today: Day;
}

export const EMPTY_BUCKET: Bucket = { fullAt: 0, day: 0, sent: 0 };

const MINUTE = 60_000;
/** Clocks of one database agree; a bucket that is to be full later than this past its time was filled by another clock. */
const SLACK_MS = 60_000;

/**
 * How many tokens a bucket holds, and how long one takes to come back, so that no minute has more than its limit:
 * a full bucket and what comes back within less than a minute.
 */
export function shape(perMinute: number): { holds: number; everyMs: number } {
  const holds = Math.max(1, Math.floor(perMinute / 10));
  return { holds, everyMs: MINUTE / (perMinute - holds + 1) };
}

/** How many mails may go now; Infinity without a limit. */
export function roomIn(bucket: Bucket, limit: Limit, at: Moment): number {
  return Math.min(tokensIn(bucket, limit, at.now), leftOfDay(bucket, limit, at.today));
}

/** The bucket after so many mails, of which there was room for each. */
export function take(bucket: Bucket, limit: Limit, { now, today }: Moment, mails: number): Bucket {
  const sent = (bucket.day === today ? bucket.sent : 0) + mails;
  if (limit.perMinute === null) return { fullAt: bucket.fullAt, day: today, sent };
  return {
    fullAt: Math.max(fullAt(bucket, limit.perMinute, now), now) + mails * shape(limit.perMinute).everyMs,
    day: today,
    sent,
  };
}

/** From when on there is room again; `tomorrow` is the beginning of the next day. */
export function opensAt(bucket: Bucket, limit: Limit, at: Moment, tomorrow: Millis): Millis {
  if (leftOfDay(bucket, limit, at.today) <= 0) return tomorrow;
  if (limit.perMinute === null || tokensIn(bucket, limit, at.now) > 0) return at.now;
  const { holds, everyMs } = shape(limit.perMinute);
  return Math.ceil(fullAt(bucket, limit.perMinute, at.now) - (holds - 1) * everyMs);
}

function tokensIn(bucket: Bucket, { perMinute }: Limit, now: Millis): number {
  if (perMinute === null) return Infinity;
  const { holds, everyMs } = shape(perMinute);
  return Math.max(0, Math.floor(holds - Math.max(0, fullAt(bucket, perMinute, now) - now) / everyMs));
}

const leftOfDay = ({ day, sent }: Bucket, { perDay }: Limit, today: Day): number =>
  perDay === null ? Infinity : Math.max(0, perDay - (day === today ? sent : 0));

/** A clock that was put back leaves a bucket empty, not shut for as long as it was put back. */
const fullAt = (bucket: Bucket, perMinute: number, now: Millis): number =>
  isAhead(bucket, { perMinute, perDay: null }, now) ? latest(perMinute, now) : bucket.fullAt;

const latest = (perMinute: number, now: Millis): number => {
  const { holds, everyMs } = shape(perMinute);
  return now + holds * everyMs;
};

/** Whether the clock was put back after the bucket was used: it counts as empty now, and must be written again. */
export const isAhead = (bucket: Bucket, { perMinute }: Limit, now: Millis): boolean =>
  perMinute !== null && bucket.fullAt > latest(perMinute, now) + SLACK_MS;
