import type { Millis } from '@tabiji/shared/time.ts';

/** A service that carries mails asked to wait, or cannot be reached; real time. */
export interface Trouble {
  since: Millis;
  /** Nobody asks it for anything before. */
  waitsUntil: Millis;
  /** Since then it is tried with one mail only; null: it has not failed often enough. */
  openedAt: Millis | null;
  /** Attempts that failed one after the other. */
  tries: number;
  because: string;
}

/** What went wrong with the service and not with a mail. */
export interface Failure {
  because: string;
  /** How long it asked to be left alone. */
  afterMs?: number | undefined;
  /** It is well and asked to be left alone for a while, as services do that count requests. */
  isBusy: boolean;
}

const FIRST_MS = 1000;
const MOST_MS = 5 * 60_000;
/** So many failures one after the other, and the service is out of order until one mail has got through. */
const OPENS_AFTER = 3;
/** The service is asked for the first time after that. */
const PROBE_MS = 15_000;
/** What was asked for is kept to, and a little more, so that not everybody comes back at once. */
const SPREAD = 0.1;

/**
 * What is known of a service after it failed once more.
 * @param before what was known when the attempt began, if anything was wrong
 * @param random at least 0 and less than 1
 */
export function afterFailure(before: Trouble | null, failure: Failure, now: Millis, random: number): Trouble {
  const tries = (before?.tries ?? 0) + 1;
  const opens = !failure.isBusy && (tries >= OPENS_AFTER || (before?.openedAt ?? null) !== null);
  const openedAt = opens ? (before?.openedAt ?? now) : null;
  const times = openedAt === null ? tries - 1 : Math.max(0, tries - OPENS_AFTER);
  const own =
    Math.min(MOST_MS, (openedAt === null ? FIRST_MS : PROBE_MS) * 2 ** Math.min(times, 20)) * (0.75 + random / 2);
  const asked = failure.afterMs === undefined ? 0 : failure.afterMs * (1 + SPREAD * random);
  const wait = failure.isBusy && failure.afterMs !== undefined ? asked : Math.max(asked, own);
  return {
    since: before?.since ?? now,
    waitsUntil: now + Math.ceil(wait),
    openedAt,
    tries,
    because: failure.because,
  };
}

/** Whether a service may be asked now: by everybody, by one who tries it with one mail, or by nobody. */
export function passage(trouble: Trouble | null, now: Millis): 'all' | 'one' | 'none' {
  if (trouble === null) return 'all';
  if (trouble.waitsUntil > now) return 'none';
  return trouble.openedAt === null ? 'all' : 'one';
}

/** How long whoever tries a broken service has for it: the longest attempt, and time to record it. */
export const PROBE_LEASE_MS = 40_000;
