import type { Json, Properties } from '../json.ts';
import { NO_STANDING, type CpmStanding } from '../cpm/rank.ts';
import type { Millis } from '../time.ts';

/** A point among facts: first by time, at equal times by order of arrival. */
export interface Moment {
  at: Millis;
  /** Number in the one sequence that counts facts as they arrive; larger arrived later. */
  arrival: number;
}

export const isLater = (a: Moment, b: Moment): boolean => a.at > b.at || (a.at === b.at && a.arrival > b.arrival);

/** A counted order: not cancelled, not fully refunded, not a sample, resend or exchange. */
export interface OrderFact extends Moment {
  /** After discounts and refunds, in the currency's smallest unit. */
  amount: number;
  items: readonly Properties[];
}

export interface EventFact extends Moment {
  properties: Properties;
}

export interface MessageFact extends Moment {
  template: string;
  /** Journey-scoped node that sent it; null for messages of other journeys. */
  node: string | null;
}

/** A parcel: when it left and when it arrived, as far as known. */
export interface ShipmentFact {
  /** Arrival number of the order it belongs to; null where nobody told. */
  order: number | null;
  shippedAt: Millis | null;
  deliveredAt: Millis | null;
}

/** What conditions may ask about one customer. Lists are loaded only where a `Needs` names them. */
export interface Facts {
  attributes: Readonly<Record<string, Json>>;
  orderCount: number;
  orderAmount: number;
  firstOrderAt: Millis | null;
  lastOrderAt: Millis | null;
  /** Ascending by moment. */
  orders: readonly OrderFact[];
  /** By event name, ascending by moment. */
  events: Readonly<Record<string, readonly EventFact[]>>;
  segments: ReadonlySet<string>;
  messages: readonly MessageFact[];
  shipments: readonly ShipmentFact[];
  /** Templates of letters that are asked for and not handed over yet, or whose outcome is unknown. */
  underWay: ReadonlySet<string>;
  cpm: CpmStanding;
}

/** What must be loaded before a condition can be judged or a node can decide. */
export interface Needs {
  attributes: boolean;
  orders: boolean;
  events: ReadonlySet<string>;
  segments: boolean;
  messages: boolean;
  shipments: boolean;
  underWay?: boolean;
  cpm: boolean;
}

export const NO_NEEDS: Needs = {
  attributes: false,
  orders: false,
  events: new Set(),
  segments: false,
  messages: false,
  shipments: false,
  cpm: false,
};

/** Everything that any of the given needs asks for. */
export function allNeeds(list: Iterable<Needs>): Needs {
  const sum = { ...NO_NEEDS, underWay: false, events: new Set<string>() };
  for (const needs of list) {
    sum.attributes ||= needs.attributes;
    sum.orders ||= needs.orders;
    sum.segments ||= needs.segments;
    sum.messages ||= needs.messages;
    sum.shipments ||= needs.shipments;
    sum.underWay ||= needs.underWay === true;
    sum.cpm ||= needs.cpm;
    for (const name of needs.events) sum.events.add(name);
  }
  return sum;
}

/** Facts of a customer about whom nothing is known. */
export const NO_FACTS: Facts = {
  attributes: {},
  orderCount: 0,
  orderAmount: 0,
  firstOrderAt: null,
  lastOrderAt: null,
  orders: [],
  events: {},
  segments: new Set(),
  messages: [],
  shipments: [],
  underWay: new Set(),
  cpm: NO_STANDING,
};
