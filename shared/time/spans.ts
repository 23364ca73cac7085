import { Temporal } from './temporal.ts';
import type { Millis } from '../time.ts';

/** A stretch of time in which a zone keeps one offset: `from` inclusive, `to` exclusive. */
export interface Span {
  from: Millis;
  to: Millis;
  /** Local time minus UTC, in milliseconds. */
  offset: Millis;
}

interface Found {
  /** Ascending, without overlap, not without gaps: only what somebody asked for. */
  spans: Span[];
  /** Where the last answer was; questions come in crowds. */
  last: number;
}

const known = new Map<string, Found>();

/** The span that holds an instant. Asked of the zone's rules once, then remembered: a look-up costs no calendar. */
export function spanAt(at: Millis, zone: string): Span {
  let found = known.get(zone);
  if (!found) known.set(zone, (found = { spans: [], last: 0 }));
  const { spans } = found;
  const last = spans[found.last];
  if (last && last.from <= at && at < last.to) return last;
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  found.last = low;
  const span = spans[low];
  if (span && span.from <= at) return span;
  const asked = askZone(at, zone);
  spans.splice(low, 0, asked);
  return asked;
}

function askZone(at: Millis, zone: string): Span {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const justAfter = here.add({ milliseconds: 1 }); // a change at this very instant begins the span
  return {
    from: justAfter.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: here.offsetNanoseconds / 1_000_000,
  };
}

/** No zone is further than this from UTC. */
const FARTHEST = 26 * 3_600_000;

/**
 * The first instant at or after `at` whose local time `next` accepts. `next` answers with the earliest acceptable local
 * time at or after the one it is given, as milliseconds (`localMillis`), or undefined where there is none.
 */
export function firstInstant(
  at: Millis,
  zone: string,
  next: (local: Millis) => Millis | undefined,
): Millis | undefined {
  for (let here = at; ;) {
    const { to, offset } = spanAt(here, zone);
    const local = next(here + offset);
    if (local === undefined) return undefined;
    if (local - offset < to) return local - offset;
    here = to; // the clocks change before that; ask again by the new clock
  }
}

/** Local to instant. In a DST gap: the first valid instant after it; in a fold: the first of the two. */
export const instantOfLocal = (local: Millis, zone: string): Millis =>
  firstInstant(local - FARTHEST, zone, (here) => Math.max(here, local))!;
