import type { StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { dayFrom, type Day } from '@tabiji/shared/time/day.ts';
import type { Here } from '../../db/in-workspace.ts';
import { today } from '../../engine/today.ts';
import type { StatsFilter } from '../stats.sql.ts';

/** The days that are meant, on the calendar of the workspace as it is now. */
export function filterOf(
  { period = 'all', from, to, version }: StatsQuery,
  here: Pick<Here, 'now' | 'zone'>,
): StatsFilter {
  const only = version ?? null;
  if (from !== undefined) return { from: dayIn(from), to: to === undefined ? null : dayIn(to), version: only };
  return { from: LENGTH[period] === null ? null : today(here) - LENGTH[period] + 1, to: null, version: only };
}

/** Days, today among them. */
const LENGTH = { today: 1, '7d': 7, '30d': 30, all: null } as const;

function dayIn(date: string): Day {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayFrom(year, month, day);
}
