import type { EventFact, MessageFact, OrderFact, ShipmentFact } from '@tabiji/shared/conditions/facts.ts';
import type { Happened, ToldShipment } from '../../events/events.sql.ts';
import type { ClaimedKey } from '../../events/keys.ts';
import type { StoredOrder, Totals } from '../../orders/orders.sql.ts';
import type { CustomerFactsRow } from '../facts.sql.ts';
import type { Parcel } from '../parcels.ts';
import type { ParcelsOf } from '../parcels.sql.ts';
import type { Shop } from '../shop.sql.ts';

type Of<T> = T & { customer: number };

/** What is known of customers, one read per kind for a whole chunk. */
export interface FactReads {
  customers(ids: readonly number[], withAttributes: boolean): Promise<CustomerFactsRow[]>;
  /** Counted orders, ascending by time and arrival. */
  orders(ids: readonly number[]): Promise<Of<OrderFact>[]>;
  /** Events of the given names, ascending by time and arrival. */
  events(ids: readonly number[], names: readonly string[]): Promise<Of<EventFact & { name: string }>[]>;
  /** Keys of the segments each customer is in. */
  segments(ids: readonly number[]): Promise<Of<{ key: string }>[]>;
  /** Messages that were handed over, ascending by time and number. */
  messages(ids: readonly number[]): Promise<Of<MessageFact & { journey: number }>[]>;
  /** Parcels, in order of arrival. */
  shipments(ids: readonly number[]): Promise<Of<ShipmentFact>[]>;
  /** Templates of letters that are asked for and not handed over, or whose outcome is unknown. */
  underWay(ids: readonly number[]): Promise<Of<{ template: string }>[]>;
  /** What CPM must know of the shop. */
  shop(): Promise<Shop>;
  /** Orders with the dates of their shipments, and shipments whose order is not known. */
  parcels(of: ParcelsOf): Promise<Parcel[]>;
  /** Number of the newest fact that has arrived. */
  newest(): Promise<number>;
}

/** Facts as they are received. */
export interface FactWrites {
  /** Numbers of facts, ascending in order of arrival: taken while the customers concerned are locked. */
  nextFactNumbers(count: number): Promise<number[]>;
  /** Ids for customers, enrollments, messages and letters. */
  nextRowNumbers(count: number): Promise<number[]>;
  /** Keeps keys that are new; answers with those that were there before, and what came with them then. */
  claimKeys(keys: readonly ClaimedKey[]): Promise<Map<string, string>>;
  insertEvents(events: readonly Happened[]): Promise<void>;
  /** Inserts shipments, or adds to known ones. Answers with each one's number by the shop's id. */
  writeShipments(shipments: readonly ToldShipment[]): Promise<Map<string, number>>;
  /** Orders that are known already, by the shop's id. */
  findOrders(externalIds: readonly string[]): Promise<Map<string, StoredOrder>>;
  writeOrders(orders: readonly StoredOrder[]): Promise<void>;
  writeTotals(totals: readonly Totals[]): Promise<void>;
  /** Totals counted anew from the orders themselves. */
  recountTotals(customers: readonly number[]): Promise<Totals[]>;
}
