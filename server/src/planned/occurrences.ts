import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { nextRun } from '@tabiji/shared/time/cron.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { findShop } from '../engine/shop.sql.ts';
import { startOf, type Start } from '../engine/starts.ts';
import type { Version } from '../journeys/compiled.ts';
import { countMet } from '../segments/count.sql.ts';
import { conditionSql } from '../segments/to-sql.ts';
import { type Look, schedules } from './crowds.sql.ts';

/** One time at which a schedule lets in everybody who meets its conditions, as many as meet them now. */
export interface Occurrence {
  version: Version;
  at: Millis;
  people: number;
}

const MOST_TIMES = 70;

/** The occurrences of all schedules until an instant. */
export async function occurrences(trx: Trx, here: Here, starts: readonly Start[], look: Look): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  for (const { ref, at: first } of await schedules(trx, here, look)) {
    const start = startOf(starts, ref);
    if (start?.trigger.on !== 'schedule') continue;
    const { version, trigger } = start;
    const filters = [version.graph.filter, trigger.filter].filter((one) => one !== undefined);
    const people = await countNow(trx, here, { all: filters });
    let at: Millis | undefined = Math.max(first.getTime(), here.now);
    for (let times = 0; at !== undefined && at <= look.until.getTime() && times < MOST_TIMES; times++) {
      found.push({ version, at, people });
      at = nextRun(trigger.cron, at, here.zone);
    }
  }
  return found;
}

/** How many meet a condition now. */
export async function countNow(trx: Trx, here: Here, condition: Condition): Promise<number> {
  const { cpm } = await findShop(trx, here.id);
  return (await countMet(trx, here.id, conditionSql(condition, { ...here, cpm }), 0)).count;
}
