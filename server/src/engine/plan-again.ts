import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import { eachOrPark } from './or-park.ts';
import type { Store } from './store.ts';
import type { UnderWay } from './under-way.ts';

/** Another instant, and perhaps another port, for somebody who sleeps. */
export interface Replanned {
  id: number;
  visit: number;
  until: Millis;
  /** Null: the node decides again then. */
  port: string | null;
  /** Null: who goes on at once means nothing any more. */
  intent: Intent | null;
}

/** Whether new facts, or a new time zone, may move the instant of a passage that rests. */
export const mayMove = ({ row, node }: Pick<UnderWay, 'row' | 'node'>, rezoned: ReadonlySet<number>): boolean =>
  row.asleep &&
  node !== undefined &&
  (node.definition.moves === true || (node.definition.plan !== undefined && rezoned.has(row.customer_id)));

/**
 * Plans sleepers again whose date has changed, has come or is gone, or whose customer lives by another clock now. Each
 * that moves has taken a pass: the diary tells of it.
 */
export async function planAgain(store: Store, here: Here, sleepers: readonly UnderWay[]): Promise<void> {
  if (sleepers.length === 0) return;
  const arrival = await store.facts.newest();
  const planned = await eachOrPark(store, sleepers, (passage) => planOf(passage, here, arrival));
  const moved = new Set(await store.positions.move(planned));
  const entries = planned
    .filter(({ id }) => moved.has(id))
    .map(({ id, visit, until, port, node }) => ({
      enrollmentId: id,
      visit,
      at: here.now,
      steps: JSON.stringify([[node, 'sleep', port, until, 'moved']]),
    }));
  await store.diary.write(here.realNow, entries);
}

function planOf(
  { row, node, facts, occasion }: UnderWay,
  here: Here,
  arrival: number,
): (Replanned & { node: string }) | undefined {
  if (!node || !row.intent || row.until === null) return undefined;
  const { definition, config } = node;
  const { id, visit, intent } = row;
  const until = row.until.getTime();
  const planned = definition.plan?.(config, intent, occasion.zone, facts);
  const stays = { id, visit, port: row.port, intent, node: row.node };
  if (!definition.moves) return planned === undefined || planned === until ? undefined : { ...stays, until: planned };
  // Somebody is late already, by an instant that is still right: their pass is on its way.
  if (planned === until && until <= here.now) return undefined;
  const outcome = definition.decide({
    config,
    facts,
    now: here.now,
    zone: occasion.zone,
    occasion,
    arrival,
    reached: { at: intent.from, arrival },
    enrollment: { id, customer: row.customer_id, journey: row.journey_id, node: row.node },
    memory: row.memory?.[row.node],
    intent,
  });
  if (outcome.kind === 'sleep') {
    const isSame = outcome.until === until && outcome.then === row.port;
    return isSame ? undefined : { ...stays, until: outcome.until, port: outcome.then, intent: outcome.intent };
  }
  if (outcome.kind === 'leave' && outcome.changes.length === 0)
    return { ...stays, until: here.now, port: outcome.port, intent: null };
  return { ...stays, until: here.now, port: null };
}
