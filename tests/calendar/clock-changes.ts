import type { Millis } from '@tabiji/shared/time.ts';

/** A change of a zone's clocks, and its offsets before and after it. */
export interface ClockChange {
  zone: string;
  at: Millis;
  before: Millis;
  after: Millis;
}

const STEP = 14 * 86_400_000;

/**
 * Every change of the clocks of a zone between two instants, asked of `Intl` alone: the code under test has its own
 * way of finding them. Two changes within a fortnight would hide each other; no zone has had that since 2020.
 */
export function clockChanges(zone: string, from: Millis, to: Millis): ClockChange[] {
  const offset = offsetIn(zone);
  const changes: ClockChange[] = [];
  let before = offset(from);
  for (let end = from + STEP; end < to; end += STEP) {
    const after = offset(end);
    if (after === before) continue;
    let [low, high] = [end - STEP, end];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ zone, at: high, before, after });
    before = after;
  }
  return changes;
}

/** Local time minus UTC in a zone, in milliseconds, by `Intl`. */
function offsetIn(zone: string): (at: Millis) => Millis {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' });
  return (at) => {
    const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(at));
    const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0);
    return (match?.[1] === '-' ? -minutes : minutes) * 60_000;
  };
}

/** Numbers from 0 to below 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
