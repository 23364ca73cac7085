import type { Trace, TraceProblem } from '@tabiji/shared/api/trace.ts';
import type { Millis } from '@tabiji/shared/time.ts';

/** From when until when, and by which clock. */
export interface Frame {
  zone: string;
  from: Millis;
  until: Millis;
  recordedUntil: Millis;
}

/** A trace in which nothing could happen. */
export const emptyTrace = ({ zone, from, until, recordedUntil }: Frame, problems: TraceProblem[]): Trace => ({
  customer: null,
  zone,
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
  recordedUntil: new Date(recordedUntil).toISOString(),
  rows: [],
  mails: [],
  tokens: [],
  final: { state: 'refused', node: null, until: null, reason: null },
  problems,
  ms: 0,
});
