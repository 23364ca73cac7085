import { type RawBuilder, sql } from 'kysely';
import { fromLocalMillis, type Millis } from '@tabiji/shared/time.ts';
import { DAY_LENGTH, type Day } from '@tabiji/shared/time/day.ts';
import type { Here } from '../db/in-workspace.ts';
import { isArchived } from '../messages/archived-at.sql.ts';

/** Which mails are meant: asked for on these dates, perhaps of one journey, version or node. */
export interface AskedIn {
  from: string;
  to: string;
  journey?: number | undefined;
  version?: number | undefined;
  node?: string | undefined;
}

/** `2026-04-01` as a number of days. */
export const dayOfDate = (date: string): Day => Date.parse(date) / DAY_LENGTH;
export const dateOfDay = (day: Day): string => new Date(day * DAY_LENGTH).toISOString().slice(0, 10);

/** The first instant of a period on the workspace's calendar, and the first one after it. */
export const instantsOf = (
  { from, to }: Pick<AskedIn, 'from' | 'to'>,
  { zone }: Here,
): { from: Millis; to: Millis } => ({
  from: fromLocalMillis(dayOfDate(from) * DAY_LENGTH, zone),
  to: fromLocalMillis((dayOfDate(to) + 1) * DAY_LENGTH, zone),
});

/** Whether a row of `message` or `outbox` belongs to the report. Rides message_when. */
export function isAskedIn(here: Here, asked: AskedIn): RawBuilder<boolean> {
  const { from, to } = instantsOf(asked, here);
  const { journey, version, node } = asked;
  return sql<boolean>`
    workspace_id = ${here.id} and asked_at >= ${new Date(from)} and asked_at < ${new Date(to)}
    and ${journey === undefined ? sql`true` : sql`journey_id = ${journey}`}
    and ${version === undefined ? sql`true` : sql`version = ${version}`}
    and ${node === undefined ? sql`true` : sql`node = ${node}`}`;
}

/**
 * The same for `message`: nothing is archived before it is asked for. That leaves out older pages, and in a live
 * workspace, whose clock is the real one, older months.
 */
export const isArchivedIn = (here: Here, asked: AskedIn): RawBuilder<boolean> => {
  const from = sql`${new Date(instantsOf(asked, here).from)}::timestamptz`;
  return sql<boolean>`${isAskedIn(here, asked)} and ${isArchived(here, '>=', from)}`;
};

/** The date on which something was asked for, as a number of days. The calendar is looked up per day, not per row. */
export function dayAsked(here: Here, { from, to }: AskedIn): RawBuilder<Day> {
  const [first, last] = [dayOfDate(from), dayOfDate(to)];
  const begins = Array.from(
    { length: last - first + 1 },
    (_, i) => new Date(fromLocalMillis((first + i) * DAY_LENGTH, here.zone)),
  );
  return sql<Day>`${first - 1}::int + width_bucket(asked_at, ${begins}::timestamptz[])`;
}
