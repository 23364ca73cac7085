import { isExempt } from '../../messages/under-cap.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { ANSWERED, answerAttribute } from '@tabiji/shared/nodes/question/node.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { localMillis } from '@tabiji/shared/time.ts';
import { dayOf } from '@tabiji/shared/time/day.ts';
import { NO_NEWS, react } from '../../engine/react.ts';
import { readSetup } from '../../engine/setup.ts';
import type { MemoryWorld } from '../world.ts';
import { keepSent, type Happening } from './happening.ts';
import type { Records, SentRow } from './records.sql.ts';

/**
 * Puts a real customer into an empty world as they were at its present instant, and lets everything follow from it but
 * journeys: segments, timers, totals. What was recorded later is answered, to happen when its time comes. Attributes and
 * states of orders are as they are today: of those only the last telling is kept.
 * @param journeyId whose own mails from that instant on are left out, since it is run again
 */
export async function settleIn(world: MemoryWorld, records: Records, journeyId: number): Promise<Happening[]> {
  const { db, now } = world;
  const { customer, orders, events, shipments, subscriptions, messages } = records;
  const wasThere = ({ at }: { at: Date }) => at.getTime() <= now;
  const answers = events.filter((row) => row.name === ANSWERED);
  const trx = db.begin(now);
  trx.insert(db.customer, { ...customer, ...NO_TOTALS, attributes: without(customer.attributes, answers, now) });
  for (const row of orders.filter(wasThere)) trx.insert(db.shop_order, row);
  for (const row of events.filter(wasThere)) trx.insert(db.event, row);
  for (const row of shipments) {
    const known = { ...row, shipped_at: until(row.shipped_at, now), delivered_at: until(row.delivered_at, now) };
    if (known.shipped_at !== null || known.delivered_at !== null) trx.insert(db.shipment, known);
  }
  const lastSaid = new Map(subscriptions.filter(wasThere).map((row) => [row.topic, row]));
  for (const row of lastSaid.values()) trx.insert(db.subscription, row);
  for (const row of records.suppressions.filter(wasThere)) trx.insert(db.suppression, row);
  for (const row of records.promotionHolds.filter(wasThere)) trx.insert(db.promotion_hold, row);
  db.commit(trx);
  const newest = Math.max(0, ...[...orders, ...events, ...shipments].map(({ id }) => id));
  db.numbers.fact = Math.max(db.numbers.fact, newest);
  db.numbers.row = Math.max(db.numbers.row, customer.id, ...messages.map(({ id }) => id));
  const isBefore = (row: SentRow) => wasThere(row) && (row.journey_id !== journeyId || row.at.getTime() < now);
  for (const row of messages.filter(isBefore)) keepSent(world, row, placeOf(world, row, customer.time_zone));
  await follow(world, records);
  return laterOf(world, records, journeyId);
}

const NO_TOTALS = { order_count: 0, order_days: 0, order_amount: 0, first_order_at: null, last_order_at: null };

const until = (date: Date | null, now: Millis) => (date !== null && date.getTime() <= now ? date : null);

/** Answers that were given later are not known yet. */
function without(attributes: Records['customer']['attributes'], answers: Records['events'], now: Millis) {
  const later = answers.filter(({ at }) => at.getTime() > now).map(({ properties }) => properties['question']);
  const before = answers.filter(({ at }) => at.getTime() <= now);
  const kept = { ...attributes };
  for (const question of later) {
    if (typeof question !== 'string') continue;
    const last = before.findLast(({ properties }) => properties['question'] === question)?.properties['answer'];
    if (last === undefined) delete kept[answerAttribute(question)];
    else kept[answerAttribute(question)] = last;
  }
  return kept;
}

/** The day on which a mail counts under the cap; null where it does not. */
function placeOf({ place }: MemoryWorld, row: SentRow, own: string | null): number | null {
  const { cap } = place.rules;
  if (!cap || isExempt(place, cap, row.topic)) return null;
  return dayOf(localMillis(row.at.getTime(), own ?? place.zone));
}

/** Totals, segments and timers, as they follow from what is there. */
const follow = (world: MemoryWorld, { customer }: Records) =>
  world.act(async (store, here) => {
    await store.customers.lockById([customer.id]);
    await store.received.writeTotals(await store.received.recountTotals([customer.id]));
    const { db } = world;
    const [arrival] = await store.received.nextFactNumbers(1);
    const happened = db.event.all().map((row) => ({
      customerId: row.customer_id,
      moment: { at: row.at.getTime(), arrival: row.id },
      name: row.name,
      properties: row.properties,
    }));
    const figures = { days: 0, amount: 0, firstAt: null, lastAt: null };
    const news = {
      ...NO_NEWS,
      touched: new Map([[customer.id, { at: here.now, arrival: arrival! }]]),
      ordered: new Map([[customer.id, figures]]),
      described: new Set([customer.id]),
      events: happened,
      orders: db.shop_order.all().map((row) => row.external_id),
      shipments: db.shipment.all().map(({ id }) => id),
    };
    await react(store, here, news, { setup: await readSetup(store, here.id), startJourneys: false });
  });

/** What was recorded after the present instant, in its order. */
function laterOf(world: MemoryWorld, records: Records, journeyId: number): Happening[] {
  const { customer, orders, events, shipments, subscriptions, messages } = records;
  const told = (at: Date, ...facts: Fact[]): Happening => ({
    at: at.getTime(),
    source: 'recorded',
    what: { kind: 'facts', facts },
  });
  const isLater = (at: Date | null): at is Date => at !== null && at.getTime() > world.now;
  const who = { customer: customer.external_id };
  return [
    ...orders
      .filter(({ at }) => isLater(at))
      .map(({ at, external_id: id, amount, refunded, status, kind, channel, quantity, items }) =>
        told(at, {
          type: 'order',
          ...who,
          id,
          at: at.toISOString(),
          amount,
          refunded,
          items,
          status: status as 'placed',
          kind: kind as 'normal',
          ...(channel !== null && { channel }),
          ...(quantity !== null && { quantity }),
        }),
      ),
    ...events
      .filter(({ at }) => isLater(at))
      .map(({ at, id, name, properties }) =>
        told(
          at,
          { type: 'track', ...who, id: `recorded.${id}`, event: name, at: at.toISOString(), properties },
          ...answerOf(who, name, properties),
        ),
      ),
    ...shipments.flatMap(({ external_id: id, order_external_id: order, shipped_at, delivered_at }) => {
      const of = { type: 'shipment' as const, ...who, id, ...(order !== null && { order }) };
      return [
        ...(isLater(shipped_at) ? [told(shipped_at, { ...of, shippedAt: shipped_at.toISOString() })] : []),
        ...(isLater(delivered_at) ? [told(delivered_at, { ...of, deliveredAt: delivered_at.toISOString() })] : []),
      ];
    }),
    ...subscriptions
      .filter(({ at, source }) => isLater(at) && source !== `journey:${journeyId}`)
      .map(({ at, topic, subscribed }): Happening => ({
        at: at.getTime(),
        source: 'recorded',
        what: { kind: 'topic', topic, subscribed },
      })),
    ...records.suppressions
      .filter(({ at }) => isLater(at))
      .map((row): Happening => ({ at: row.at.getTime(), source: 'recorded', what: { kind: 'suppressed', row } })),
    ...records.promotionHolds
      .filter(({ at, source }) => isLater(at) && source !== `journey:${journeyId}`)
      .map((row): Happening => ({ at: row.at.getTime(), source: 'recorded', what: { kind: 'promotions_held', row } })),
    ...messages
      .filter(({ at, journey_id }) => isLater(at) && journey_id !== journeyId)
      .map((row): Happening => ({
        at: row.at.getTime(),
        source: 'recorded',
        what: { kind: 'sent', row, day: placeOf(world, row, customer.time_zone) },
      })),
  ];
}

/** What an answer makes of its customer; recorded with it. */
function answerOf(who: { customer: string }, name: string, { question, answer }: Records['events'][0]['properties']) {
  if (name !== ANSWERED || typeof question !== 'string' || answer === undefined) return [];
  return [{ type: 'identify' as const, ...who, attributes: { [answerAttribute(question)]: answer } }];
}
