import type { Facts, OrderFact, ShipmentFact } from '../../conditions/facts.ts';
import { instantFrom } from '../../conditions/values.ts';
import type { Json } from '../../json.ts';
import { DAY_LENGTH, dayFrom, dayOf, partsOfDay, type Day } from '../../time/day.ts';
import { addDuration, localMillis, type Millis } from '../../time.ts';
import type { WaitUntilDate } from './node.ts';

/** A date where the customer lives, and the time of day on it. */
export interface LocalDate {
  day: Day;
  /** Milliseconds since midnight. */
  time: Millis;
  /** Month and day only. */
  yearless?: true;
}

/** The date a configuration names. `of` is the arrival number of the fact that started the journey. */
export function dateOf(
  { date, estimate }: WaitUntilDate,
  of: Json | undefined,
  zone: string,
  facts: Facts,
): LocalDate | undefined {
  const [kind, name = ''] = split(date);
  if (kind === 'attribute')
    return fromValue(Object.hasOwn(facts.attributes, name) ? facts.attributes[name] : undefined, zone);
  const at = instantOfFact(kind, name, of, facts);
  if (at !== undefined && at !== null) return fromInstant(at, zone);
  if (estimate === undefined || (kind !== 'shipped' && kind !== 'delivered')) return undefined;
  const order = orderMeant(facts.orders, of);
  return order && fromInstant(addDuration(order.at, estimate, zone), zone);
}

const split = (date: string): [kind: string, name?: string] => {
  const at = date.indexOf(':');
  return at < 0 ? [date] : [date.slice(0, at), date.slice(at + 1)];
};

function instantOfFact(kind: string, name: string, of: Json | undefined, facts: Facts): Millis | null | undefined {
  switch (kind) {
    case 'first_order':
      return facts.firstOrderAt;
    case 'last_order':
      return facts.lastOrderAt;
    case 'order':
      return orderMeant(facts.orders, of)?.at;
    case 'event':
      return Object.hasOwn(facts.events, name) ? facts.events[name]?.at(-1)?.at : undefined;
    case 'shipped':
      return parcelDate(({ shippedAt }) => shippedAt, of, facts);
    default:
      return parcelDate(({ deliveredAt }) => deliveredAt, of, facts);
  }
}

/** The order that started the journey; else the latest that was known then. */
const orderMeant = (orders: readonly OrderFact[], of: Json | undefined): OrderFact | undefined =>
  orders.find(({ arrival }) => arrival === of) ??
  orders.findLast(({ arrival }) => typeof of !== 'number' || arrival <= of);

/** Of an order that came in parts, the last one's. Parcels of nobody knows which order count from the order on. */
function parcelDate(
  dateIn: (shipment: ShipmentFact) => Millis | null,
  of: Json | undefined,
  { orders, shipments }: Facts,
): Millis | undefined {
  const trigger = orders.find(({ arrival }) => arrival === of);
  const dates = (list: readonly ShipmentFact[]) => list.map(dateIn).filter((at) => at !== null);
  if (!trigger) return latest(dates(shipments));
  const own = dates(shipments.filter(({ order }) => order === trigger.arrival));
  if (own.length > 0) return latest(own);
  return dates(shipments.filter(({ order }) => order === null))
    .toSorted((a, b) => a - b)
    .find((at) => at >= trigger.at);
}

const latest = (dates: readonly Millis[]) => (dates.length === 0 ? undefined : Math.max(...dates));

function fromInstant(at: Millis, zone: string): LocalDate {
  const local = localMillis(at, zone);
  return { day: dayOf(local), time: local - dayOf(local) * DAY_LENGTH };
}

const YEARLESS = /^(?:--)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A date as it is written is the customer's own; an instant is the date on which they live then. */
function fromValue(value: Json | undefined, zone: string): LocalDate | undefined {
  const yearless = typeof value === 'string' ? YEARLESS.exec(value) : null;
  if (yearless) {
    const day = dayFrom(LEAP_YEAR, Number(yearless[1]), Number(yearless[2]));
    return partsOfDay(day).month === Number(yearless[1]) ? { day, time: NOON, yearless: true } : undefined;
  }
  const at = instantFrom(value, zone);
  if (at === undefined) return undefined;
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return isDate ? { day: Date.parse(value) / DAY_LENGTH, time: NOON } : fromInstant(at, zone);
}

const NOON = 12 * 3_600_000;
const LEAP_YEAR = 2000;
