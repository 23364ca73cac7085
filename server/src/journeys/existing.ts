import { anyItemPasses, passes } from '@tabiji/shared/conditions/evaluate.ts';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import { cpmOf, figuresOf } from '@tabiji/shared/cpm/rank.ts';
import type { Trigger, TriggerOn } from '@tabiji/shared/journey/triggers.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Cause } from '../engine/occasions.ts';
import type { Known } from '../engine/load-facts.ts';
import type { Shop } from '../engine/shop.sql.ts';

/** What is known of a customer who may have met a trigger before it was published. */
export interface Before {
  id: number;
  known: Known;
  /** Segments they are in, and since when. */
  memberSince: ReadonlyMap<string, Millis>;
  /** The shop's ids of their orders by number. */
  orderIds: ReadonlyMap<number, string>;
  shop: Shop;
  here: Here;
  /** What happened at or before this does not count. */
  from: Millis;
  /** A fact number of their own, for what no single fact tells. */
  arrival: number;
}

/** By which facts a customer had met a trigger: the latest, or each of them. Triggers by time are looked up as timers. */
export function metBefore(trigger: Trigger, each: boolean, before: Before): Cause[] {
  const found = factsOf(trigger, before).filter(({ moment }) => moment.at > before.from);
  return each ? found : found.slice(-1);
}

function factsOf(trigger: Trigger, before: Before): Cause[] {
  const { known, here } = before;
  switch (trigger.on) {
    case 'first_purchase':
      return ordersOf(before, trigger, 1);
    case 'nth_purchase':
      return ordersOf(before, trigger, trigger.n);
    case 'order':
      return ordersOf(before, trigger);
    case 'event':
      return eventsOf(before, trigger.event, (properties) => passes(properties, trigger.where, here));
    case 'message': {
      const { what, template } = trigger;
      const isIt = (key: unknown) => template === undefined || key === template;
      if (what !== 'sent') return eventsOf(before, MESSAGE_EVENTS[what], (properties) => isIt(properties['template']));
      const sent = known.facts.messages.filter((one) => isIt(one.template));
      return sent.map(({ at, arrival }) => ({ customerId: before.id, moment: { at, arrival } }));
    }
    case 'segment': {
      const since = trigger.change === 'entered' ? before.memberSince.get(trigger.segment) : undefined;
      return since === undefined ? [] : [state(before, since)];
    }
    case 'cpm':
      return isRanked(trigger, before) ? [state(before, here.now)] : [];
    case 'elapsed':
    case 'late':
    case 'anniversary':
    case 'schedule':
    case 'manual':
      return [];
  }
}

const state = ({ id, arrival }: Before, at: Millis): Cause => ({ customerId: id, moment: { at, arrival } });

const ordersOf = ({ id, known, here, orderIds }: Before, { where }: Pick<TriggerOn<'order'>, 'where'>, nth?: number) =>
  known.facts.orders.flatMap(({ at, arrival, items }, i): Cause[] =>
    (nth === undefined || i === nth - 1) && anyItemPasses(items, where, here)
      ? [{ customerId: id, moment: { at, arrival }, order: orderIds.get(arrival) }]
      : [],
  );

const eventsOf = (
  { id, known }: Before,
  name: string,
  isIt: (properties: NonNullable<Cause['properties']>) => boolean,
): Cause[] =>
  (known.facts.events[name] ?? []).flatMap(({ at, arrival, properties }) => {
    const moment: Moment = { at, arrival };
    return isIt(properties) ? [{ customerId: id, moment, properties }] : [];
  });

/** Who has the rank now and, where only the last days count, had another one before them. */
function isRanked({ rank }: TriggerOn<'cpm'>, { known, shop, from }: Before): boolean {
  if (rank === undefined) return false;
  const { cpm, orders } = known.facts;
  const earlier = cpmOf(
    figuresOf(
      orders.filter(({ at }) => at <= from),
      shop.zone,
    ),
    shop.cpm,
    shop.zone,
  );
  const among = (wanted: readonly string[] | undefined, called: readonly string[]) =>
    !wanted?.length || called.some((name) => wanted.includes(name));
  const hasChanged = from === Number.NEGATIVE_INFINITY || earlier.rank !== cpm.rank;
  return (
    cpm.rank !== null &&
    hasChanged &&
    among(rank.to, cpm.called) &&
    (!rank.from?.length || among(rank.from, earlier.called))
  );
}
