import type { Json } from '@tabiji/shared/json.ts';
import type { Operator } from '@tabiji/shared/conditions/condition.ts';
import type { Today } from '@tabiji/shared/conditions/operators.ts';
import { INSTANT_BOUNDS, instantFrom } from '@tabiji/shared/conditions/values.ts';
import { addDuration, fromLocalMillis, localBreaks, type Millis } from '@tabiji/shared/time.ts';

/** A stretch of time: from (inclusive) to (exclusive), on whole milliseconds. */
export type Span = readonly [from: Millis, to: Millis];

const { from: EVER, to: NEVER } = INSTANT_BOUNDS;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The instants that pass a test of time now: what `before`, `after`, `withinLast` and `moreThanAgo` accept, turned
 * into stretches of time once, so that the database compares instants and knows nothing of calendars.
 */
export function spansOf(op: Operator, value: Json | undefined, { now, zone }: Today): Span[] {
  if (op === 'before' || op === 'after') {
    const at = instantFrom(value, zone);
    if (at === undefined) return [];
    return op === 'before' ? [[EVER, at]] : [[at + 1, NEVER]];
  }
  if (typeof value !== 'string') return [];
  const over = whereOver(value, { now, zone });
  return op === 'moreThanAgo' ? over : without([EVER, now + 1], over);
}

/** The instants that lie in the window of a `since` now. */
export const windowOf = (duration: string, { now, zone }: Today): Span[] =>
  without([EVER, NEVER], whereOver(duration, { now: now - 1, zone }));

/** No calendar stretches a duration by more than month ends and changes of the clock do. */
const SLACK = 10 * DAY;

/**
 * The instants whose instant + duration has been reached. Adding months or crossing a change of the clock does not
 * keep order (29 January 23:00 and 30 January 01:00 plus a month), so that these are stretches with gaps: between two
 * breaks of local time order holds, and each such piece is searched for its own border.
 */
function whereOver(duration: string, { now, zone }: Today): Span[] {
  const isOver = (at: Millis) => addDuration(at, duration, zone) <= now;
  const about = addDuration(now, duration, zone, -1);
  const [first, last] = [about - SLACK, about + SLACK];
  const borders = [first, ...localBreaks(first, last, zone), last];
  const spans: [Millis, Millis][] = [[EVER, first]];
  borders.slice(0, -1).forEach((from, i) => {
    const end = firstWhere((at) => !isOver(at), from, borders[i + 1]!);
    const before = spans.at(-1)!;
    if (before[1] === from) before[1] = end;
    else if (end > from) spans.push([from, end]);
  });
  return spans;
}

/** What of a stretch none of the others covers; they are ascending. */
function without([from, to]: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let here = from;
  for (const [start, end] of others) {
    if (start > here) left.push([here, Math.min(start, to)]);
    here = Math.max(here, end);
  }
  if (here < to) left.push([here, to]);
  return left.filter(([start, end]) => start < end);
}

/** The smallest whole number from `low` up to `high` that passes; `high` when none does. What passes lies behind what does not. */
function firstWhere(passes: (n: number) => boolean, low: number, high: number): number {
  if (low >= high || passes(low)) return low;
  if (!passes(high - 1)) return high;
  let [fails, holds] = [low, high - 1];
  while (holds - fails > 1) {
    const middle = Math.floor((fails + holds) / 2);
    if (passes(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** The local times (as if they were UTC) whose instants lie in these spans; instants never run back as local time goes on. */
export const toLocal = (spans: readonly Span[], zone: string): Span[] =>
  spans.map(([from, to]): Span => [localBorder(from, zone), localBorder(to, zone)]).filter(([from, to]) => from < to);

const localBorder = (at: Millis, zone: string): Millis =>
  at === EVER || at === NEVER
    ? at
    : firstWhere((ms) => fromLocalMillis(ms, zone) >= at, at - 26 * HOUR, at + 26 * HOUR);
