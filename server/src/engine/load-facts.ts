import { NO_FACTS, type EventFact, type Facts, type Needs } from '@tabiji/shared/conditions/facts.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import { cpmOf, NO_STANDING } from '@tabiji/shared/cpm/rank.ts';
import type { CustomerFactsRow } from './facts.sql.ts';
import type { Shop } from './shop.sql.ts';
import type { Store } from './store.ts';

/** A customer's facts, and what the engine itself must know of the customer. */
export interface Known {
  facts: Facts;
  externalId: string;
  zone: string | null;
  /** Journey of each message in `facts.messages`, by position. */
  messageJourneys: readonly number[];
}

/** Who needs what. */
export interface Wanted {
  customer: number;
  needs: Needs;
}

/** Facts of many customers, one query per kind that anybody needs. Customers who are gone are missing. */
export async function loadFacts({ facts: known }: Store, wanted: readonly Wanted[]): Promise<Map<number, Known>> {
  const who = (asks: (needs: Needs) => boolean) => [
    ...new Set(wanted.filter(({ needs }) => asks(needs)).map(({ customer }) => customer)),
  ];
  const everybody = who(() => true);
  if (everybody.length === 0) return new Map();
  const names = [...new Set(wanted.flatMap(({ needs }) => [...needs.events]))];
  const shop = wanted.some(({ needs }) => needs.cpm) ? await known.shop() : undefined;
  const [withOrders, withEvents, withSegments, withMessages, withShipments] = [
    who(({ orders }) => orders),
    who(({ events }) => events.size > 0),
    who(({ segments }) => segments),
    who(({ messages }) => messages),
    who(({ shipments }) => shipments),
  ];
  const withUnderWay = who(({ underWay }) => underWay === true);
  const withAttributes = who(({ attributes }) => attributes);
  const described = new Set(withAttributes);
  const plain = everybody.filter((customer) => !described.has(customer));
  const customers = [
    ...(plain.length ? await known.customers(plain, false) : []),
    ...(withAttributes.length ? await known.customers(withAttributes, true) : []),
  ];
  const orders = withOrders.length ? byCustomer(await known.orders(withOrders)) : undefined;
  const events = withEvents.length ? byCustomer(await known.events(withEvents, names)) : undefined;
  const segments = withSegments.length ? byCustomer(await known.segments(withSegments)) : undefined;
  const messages = withMessages.length ? byCustomer(await known.messages(withMessages)) : undefined;
  const shipments = withShipments.length ? byCustomer(await known.shipments(withShipments)) : undefined;
  const underWay = withUnderWay.length ? byCustomer(await known.underWay(withUnderWay)) : undefined;

  return new Map(
    customers.map((row) => {
      const sent = messages?.get(row.id) ?? [];
      const facts: Facts = {
        ...NO_FACTS,
        attributes: row.attributes,
        orderCount: row.order_count,
        orderAmount: row.order_amount,
        firstOrderAt: row.first_order_at?.getTime() ?? null,
        lastOrderAt: row.last_order_at?.getTime() ?? null,
        orders: orders?.get(row.id) ?? [],
        events: events
          ? (Object.groupBy(events.get(row.id) ?? [], ({ name }) => name) as Facts['events'])
          : NO_FACTS.events,
        segments: segments ? new Set(segments.get(row.id)?.map(({ key }) => key)) : NO_FACTS.segments,
        messages: sent,
        shipments: shipments?.get(row.id) ?? [],
        underWay: underWay ? new Set(underWay.get(row.id)?.map(({ template }) => template)) : NO_FACTS.underWay,
        cpm: standingOf(row, shop),
      };
      const one = {
        facts,
        externalId: row.external_id,
        zone: row.time_zone,
        messageJourneys: sent.map(({ journey }) => journey),
      };
      return [row.id, one];
    }),
  );
}

const standingOf = (row: CustomerFactsRow, shop: Shop | undefined) =>
  shop === undefined
    ? NO_STANDING
    : cpmOf(
        {
          days: row.order_days,
          firstAt: row.first_order_at?.getTime() ?? null,
          lastAt: row.last_order_at?.getTime() ?? null,
          amount: row.order_amount,
        },
        shop.cpm,
        shop.zone,
      );

function byCustomer<T extends { customer: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customer);
    if (group) group.push(row);
    else groups.set(row.customer, [row]);
  }
  return groups;
}

/** The same facts, with node names of other journeys' messages hidden: a condition's `node` means this journey's. */
export function factsWithin({ facts, messageJourneys }: Known, journeyId: number): Facts {
  const told = FEEDBACK.filter((name) => facts.events[name]?.length);
  if (messageJourneys.length === 0 && told.length === 0) return facts;
  return {
    ...facts,
    messages: facts.messages.map((sent, i) => (messageJourneys[i] === journeyId ? sent : { ...sent, node: null })),
    events: {
      ...facts.events,
      ...Object.fromEntries(told.map((name) => [name, facts.events[name]!.map((event) => within(event, journeyId))])),
    },
  };
}

const FEEDBACK: readonly string[] = Object.values(MESSAGE_EVENTS);

const within = (event: EventFact, journeyId: number): EventFact =>
  event.properties['journey'] === journeyId ? event : { ...event, properties: { ...event.properties, node: null } };
