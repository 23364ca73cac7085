import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { JourneyGraph, JourneySettings } from '@tabiji/shared/journey/graph.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { exit, journey, wait } from '../../support/build.ts';

/** Categories of goods; each has a journey for carts that were left with such goods in them. */
export const CATEGORIES = 8;
export const STORES = 4;

const bought: Condition = { orders: 'count', op: 'gte', value: 1, since: 'entered' };
const left: Condition = { event: 'unsubscribed', op: 'gte', value: 1, since: 'entered' };

const live = (name: string, on: Trigger, settings: Partial<JourneySettings> = {}, filter?: Condition): JourneyGraph =>
  journey({ name, on, settings, ...(filter ? { filter } : {}) }, wait('P3D'), wait('P30D', '10:00'), exit('done'));

/** Twenty live journeys of a shop; the first ones are those that customers are inside of from the beginning. */
export const JOURNEYS: readonly JourneyGraph[] = [
  ...Array.from({ length: CATEGORIES }, (_, i) =>
    live(
      `cart ${i}`,
      { on: 'event', event: 'cart_left', where: [{ property: 'category', op: 'eq', value: `category-${i}` }] },
      { reentry: 'afterExit', goal: bought, exitWhen: [left] },
    ),
  ),
  ...Array.from({ length: STORES }, (_, i) =>
    live(`store ${i}`, { on: 'event', event: `visited_store_${i}` }, { reentry: 'always', exitWhen: [left] }),
  ),
  live('first purchase', { on: 'first_purchase' }, { goal: { orders: 'count', op: 'gte', value: 2 } }),
  live('second purchase', { on: 'nth_purchase', n: 2 }, { goal: { orders: 'count', op: 'gte', value: 3 } }),
  live('third purchase', { on: 'nth_purchase', n: 3 }, {}, { orders: 'amount', op: 'gte', value: 10_000 }),
  live('repeater', { on: 'segment', segment: 'repeaters', change: 'entered' }),
  live('big spender', { on: 'segment', segment: 'big-spenders', change: 'entered' }),
  live('silent', { on: 'elapsed', since: 'last_order', after: 'P60D', at: '10:00' }, { goal: bought }),
  live('trial', { on: 'elapsed', since: 'event:trial_started', after: 'P14D', at: '10:00' }, { goal: bought }),
  live(
    'review',
    { on: 'event', event: 'reviewed' },
    { reentry: { after: 'P30D' } },
    { attribute: 'rank', op: 'exists' },
  ),
];

export const SEGMENTS: readonly { key: string; condition: Condition }[] = [
  { key: 'repeaters', condition: { orders: 'count', op: 'gte', value: 2 } },
  { key: 'big-spenders', condition: { orders: 'amount', op: 'gte', value: 50_000 } },
  { key: 'gold', condition: { attribute: 'rank', op: 'eq', value: 'gold' } },
  { key: 'reviewers', condition: { event: 'reviewed', op: 'gte', value: 1 } },
  { key: 'recent', condition: { orders: 'last', op: 'withinLast', value: 'P90D' } },
];
