import { anyItemPasses } from '@tabiji/shared/conditions/evaluate.ts';
import { supplyDays } from '@tabiji/shared/journey/run-out.ts';
import type { TriggerOn } from '@tabiji/shared/journey/triggers.ts';
import type { Properties } from '@tabiji/shared/json.ts';
import { addDuration, atLocal, localDate, type Millis } from '@tabiji/shared/time.ts';

/** An order with what is known of its shipments; or a shipment whose order nobody told. */
export interface Parcel {
  customer: number;
  /** `o` and the order's number, `s` and the shipment's. */
  name: string;
  /** The shop's order id. */
  order: string | null;
  orderedAt: Millis | null;
  /** False: cancelled, refunded, a sample. */
  counted: boolean;
  items: readonly Properties[];
  /** The latest that are known: a part that comes later moves the date. */
  shippedAt: Millis | null;
  deliveredAt: Millis | null;
  /** Names of its shipments, which have no dates of their own any more once the order is known. */
  shipments: readonly string[];
}

/** From shipping to arrival, while nobody says when it arrived. */
const ON_THE_WAY = 'P1D';
/** From the order to shipping, while nobody says when it was shipped. */
export const ESTIMATE = 'P2D';

/** The date an order-dated trigger counts from, and whether the shop has told it or it is a guess. */
export interface ParcelDate {
  at: Millis;
  isTold: boolean;
}

/** Undefined when the order does not count, or nothing says how long its items last. */
export function dateOf(
  parcel: Parcel,
  { since, where, at, estimate = ESTIMATE }: TriggerOn<'elapsed'>,
  today: { now: Millis; zone: string },
): ParcelDate | undefined {
  if (!parcel.counted || !anyItemPasses(parcel.items, where, today)) return undefined;
  const guessed = parcel.orderedAt === null ? undefined : addDuration(parcel.orderedAt, estimate, today.zone);
  const shipped = parcel.shippedAt ?? guessed;
  if (since === 'shipped') return dated(shipped, parcel.shippedAt !== null);
  const onTheWay = shipped === undefined ? undefined : addDuration(shipped, ON_THE_WAY, today.zone);
  const delivered = dated(parcel.deliveredAt ?? onTheWay, parcel.deliveredAt !== null);
  if (since !== 'run_out' || delivered === undefined) return delivered;
  const items = where?.length ? parcel.items.filter((item) => anyItemPasses([item], where, today)) : parcel.items;
  const days = supplyDays(items);
  if (days === undefined) return undefined;
  const runsOut = addDuration(delivered.at, `P${days}D`, today.zone);
  // a day, not an hour: a time of day on the very day lies on it, whenever the parcel came
  return {
    at: at === undefined ? runsOut : atLocal(localDate(runsOut, today.zone), '00:00', today.zone),
    isTold: delivered.isTold,
  };
}

const dated = (at: Millis | undefined, isTold: boolean): ParcelDate | undefined =>
  at === undefined ? undefined : { at, isTold };
