import type { Millis } from '@tabiji/shared/time.ts';
import { nextRun } from '@tabiji/shared/time/cron.ts';
import { startsOf, startsOn } from '../../engine/starts.ts';
import { enter } from '../one/enter.ts';
import { live } from '../one/live.ts';
import type { MemoryDatabase } from '../memory/database.ts';
import type { Records } from '../past/records.sql.ts';
import { settleIn } from '../past/settle-in.ts';
import { openWorld, type Prepared } from '../scene/open-world.ts';
import type { MemoryWorld } from '../world.ts';

/** The period in which people enter, and how far they are followed. */
export interface Period {
  from: Millis;
  to: Millis;
  until: Millis;
}

/**
 * Lets one customer live through a period again: what was recorded happens in its time, triggers let them in as they
 * would have, until the period's end; then they are followed.
 * @param byHand when they were let in by hand
 */
export async function runPerson(
  prepared: Prepared,
  records: Records,
  { from, to, until }: Period,
  byHand: readonly Millis[],
): Promise<MemoryDatabase> {
  const world = openWorld(prepared, from);
  planSchedules(world, prepared);
  const customer = { id: records.customer.id, externalId: records.customer.external_id };
  const happenings = await settleIn(world, records, prepared.scene.journeyId);
  const startJourneys = (at: Millis) => at < to;
  const trigger = prepared.version.graph.triggers.find(({ on }) => on === 'manual');
  for (const at of trigger ? byHand : []) {
    const before = happenings.filter((one) => one.at <= at);
    await live(world, { customer, happenings: before, until: at, startJourneys });
    happenings.splice(0, happenings.length, ...happenings.filter((one) => one.at > at));
    world.moveTo(at);
    await enter(world, customer.id, { version: prepared.version, trigger: trigger! });
  }
  await live(world, {
    customer,
    happenings,
    until,
    startJourneys,
    isOver: () => world.now >= to && isDone(world.db),
    onInstant: (at) => (at >= to ? closeDoors(world.db) : undefined),
  });
  return world.db;
}

/** Schedules let everybody in, this customer too. */
function planSchedules({ db, now, place }: MemoryWorld, { version }: Prepared): void {
  const trx = db.begin(now);
  for (const { trigger, ref } of startsOn(startsOf([version]), 'schedule')) {
    const at = nextRun(trigger.cron, now, place.zone);
    if (at !== undefined)
      trx.insert(db.timer, { kind: 'schedule', ref, customer_id: 0, at: new Date(at), key: null, cursor: 0 });
  }
  db.commit(trx);
}

/** Nobody is inside any more, and nobody can come in. */
const isDone = ({ enrollment }: MemoryDatabase): boolean =>
  [...enrollment.committed.values()].every(({ ended_at, error }) => ended_at !== null || error !== null);

/** After the period no timer lets anybody in. */
function closeDoors(db: MemoryDatabase): void {
  for (const [key, { kind }] of db.timer.committed) if (kind !== 'segment') db.timer.committed.delete(key);
}
