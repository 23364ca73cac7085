import type { Told } from '@tabiji/shared/api/simulate.ts';
import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import { allNeeds, type Facts, type Moment } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { enroll, type Refusal } from '../../engine/enroll.ts';
import { reentryKeyOf } from '../../engine/entry-key.ts';
import { loadFacts } from '../../engine/load-facts.ts';
import type { Version } from '../../journeys/compiled.ts';
import type { MemoryWorld } from '../world.ts';

/** Whether the customer came in; if not why, with what the filters were judged by. */
export type Entered =
  | { entered: true }
  | { entered: false; because: Refusal; facts: Facts; moment: Moment; filters: readonly Condition[] };

/**
 * Lets the customer in at the present instant, as the door of production would: filters, control group, re-entry. What
 * happened at that very instant and fits the trigger is the fact that started the journey.
 */
export const enter = (
  world: MemoryWorld,
  customerId: number,
  { version, trigger }: { version: Version; trigger: Trigger },
): Promise<Entered> =>
  world.act(async (store, here) => {
    const filters = [version.graph.filter, trigger.filter].filter((one) => one !== undefined);
    await store.customers.lockById([customerId]);
    const known = (await loadFacts(store, [{ customer: customerId, needs: allNeeds(filters.map(needsOf)) }])).get(
      customerId,
    );
    if (!known) throw new Error(`customer ${customerId} is not in this world`);
    const cause = causeOf(world, trigger);
    const moment = { at: here.now, arrival: cause?.arrival ?? (await store.received.nextFactNumbers(1))[0]! };
    const key = reentryKeyOf(version.graph.settings.reentryKey, cause ?? {});
    const { facts, zone } = known;
    const { refused } = await enroll(store, here, [{ version, trigger, customerId, moment, facts, zone, key }]);
    const [refusal] = refused;
    if (!refusal) return { entered: true };
    const unmet = filters.filter((one) => !evaluate(one, facts, { now: here.now, zone: here.zone, entered: moment }));
    return { entered: false, because: refusal.because, facts, moment, filters: unmet };
  });

/** The fact of the present instant that the trigger goes off by. */
function causeOf({ db, now }: MemoryWorld, trigger: Trigger) {
  const isNow = ({ at }: { at: Date }) => at.getTime() === now;
  if (isPurchase(trigger)) {
    const order = db.shop_order.all().find((row) => isNow(row) && row.counted);
    return order && { arrival: order.id, order: order.external_id };
  }
  if (trigger.on !== 'event') return undefined;
  const event = db.event.all().find((row) => isNow(row) && row.name === trigger.event);
  return event && { arrival: event.id, properties: event.properties };
}

const isPurchase = ({ on }: Trigger) => on === 'first_purchase' || on === 'nth_purchase' || on === 'order';

/** What somebody made up must have done to meet a trigger; undefined where nothing is missing. */
export function impliedBy(world: MemoryWorld, trigger: Trigger): Told | undefined {
  if (causeOf(world, trigger)) return undefined;
  if (isPurchase(trigger)) return { type: 'order', amount: 5_500 };
  return trigger.on === 'event' ? { type: 'track', event: trigger.event } : undefined;
}
