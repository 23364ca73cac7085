import type { RehearsalMail } from '@tabiji/shared/api/rehearsals.ts';
import type { Trace, TraceRow } from '@tabiji/shared/api/trace.ts';
import { dayOf } from '@tabiji/shared/time/day.ts';
import { localMillis } from '@tabiji/shared/time.ts';

/** A mail of a trace, before anybody has looked at its words. */
export type TracedStop = Omit<RehearsalMail, 'name' | 'missing'>;

type Mail = Extract<TraceRow, { kind: 'mail' }>;
type Held = Extract<TraceRow, { kind: 'held' }>;

/**
 * The mails of a trace in their order: those that go, those that are refused, and those that still wait when the trace
 * ends. Days are counted on the customer's calendar from the entry: the day of the entry is 0.
 */
export function mailsOfTrace({ rows, from, zone }: Pick<Trace, 'rows' | 'from' | 'zone'>): TracedStop[] {
  const dayAt = (at: string) => dayOf(localMillis(Date.parse(at), zone));
  const first = dayAt(from);
  return rows.flatMap((row, index): TracedStop[] => {
    const where = { day: dayAt(row.at) - first, at: row.at };
    if (row.kind === 'mail') return [{ ...where, ...told(row) }];
    if (row.kind !== 'held' || row.node === null || goesOn(row, rows.slice(index + 1))) return [];
    return [
      { ...where, node: row.node, template: templateOf(row, rows), subject: '', standing: 'waits', because: row.why },
    ];
  });
}

const told = ({ node, template, subject, state, because }: Mail): Omit<TracedStop, 'day' | 'at'> => ({
  node: node ?? '',
  template,
  subject: subject ?? '',
  standing: state === 'sent' ? 'goes' : 'refused',
  because: state === 'sent' ? null : (because ?? state),
});

/** Whether a mail that was held back is heard of again. */
const goesOn = ({ node, passage }: Held, later: readonly TraceRow[]): boolean =>
  later.some((row) => (row.kind === 'mail' || row.kind === 'held') && row.node === node && row.passage === passage);

/** What was asked for last at the node of a held mail. */
const templateOf = ({ node, passage, at }: Held, rows: readonly TraceRow[]): string =>
  rows.findLast(
    (row): row is Extract<TraceRow, { kind: 'step' }> =>
      row.kind === 'step' && row.outcome === 'ask' && row.node === node && row.passage === passage && row.at <= at,
  )?.port ?? '';
