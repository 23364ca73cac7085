import type { Trouble } from '@tabiji/shared/api/journey-health.ts';
import { quietOf } from '@tabiji/shared/journey/pace.ts';
import { DAY_LENGTH } from '@tabiji/shared/time/day.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { nextDueAt } from '../../engine/enrollments.sql.ts';
import { today } from '../../engine/today.ts';
import { paces, parkedPeople, standing, startsOf, unreleasedMails, unsentMails, type Which } from './figures.sql.ts';

/** Somebody who is due and has not moved for so long: nothing moves at all. */
const LATE_MS = 10 * 60_000;

/** What somebody should look at, by journey. Set-based: as many statements for one journey as for all. */
export async function troublesOf(trx: Trx, here: Here, of: Which): Promise<Map<number, Trouble[]>> {
  const found = new Map<number, Trouble[]>();
  const add = (journey: number, trouble: Trouble) => found.set(journey, [...(found.get(journey) ?? []), trouble]);
  const due = await nextDueAt(trx, here.id);
  const isBehind = due !== null && due < here.now - LATE_MS;
  const [occupied, starts] = [await standing(trx, here, of), await startsOf(trx, here, of)];
  for (const { journey, ...mails } of await unreleasedMails(trx, here, of))
    add(journey, { kind: 'unreleased', ...mails });
  for (const { journey, ...parked } of await parkedPeople(trx, here, of)) add(journey, { kind: 'parked', ...parked });
  for (const { journey, ...unsent } of await unsentMails(trx, here, of)) add(journey, { kind: 'unsent', ...unsent });
  for (const { journey, node, ...pace } of await paces(trx, here, of)) {
    const at = `${journey}.${node}`;
    const quiet = occupied.has(at) || starts.has(at) ? quietOf(pace, today(here)) : undefined;
    if (quiet) add(journey, { kind: 'quiet', node, since: dateOf(quiet.since), usual: quiet.usual });
  }
  if (isBehind)
    for (const journey of new Set([...occupied].map((at) => Number(at.split('.')[0]))))
      add(journey, { kind: 'behind', since: new Date(due).toISOString() });
  return found;
}

const dateOf = (day: number) => new Date(day * DAY_LENGTH).toISOString().slice(0, 10);
