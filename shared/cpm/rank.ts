import { atLocal, localDate, type Millis } from '../time.ts';
import type { CpmRank, CpmSettings } from './settings.ts';

/** What CPM looks at: counted orders only, days on the shop's calendar. */
export interface CpmFigures {
  /** Distinct days with an order. */
  days: number;
  firstAt: Millis | null;
  lastAt: Millis | null;
  /** After discounts and refunds, in the smallest unit. */
  amount: number;
}

/** Where a customer stands. Both are null for somebody who never bought (見込み客). */
export interface CpmStanding {
  /** Key of the rank; changes by purchases only. */
  rank: string | null;
  /** Everything the rank answers to: its key and its names. */
  called: readonly string[];
  /** The instant from which they count as lapsed (離脱); before it they are active (現役). */
  lapsesAt: Millis | null;
}

/** A customer's rank, and when the clock alone makes them lapse. `zone` is the shop's. */
export function cpmOf(figures: CpmFigures, settings: CpmSettings, zone: string): CpmStanding {
  const { days, firstAt, lastAt, amount } = figures;
  if (days === 0 || firstAt === null || lastAt === null) return NO_STANDING;
  const tenure = daysBetween(firstAt, lastAt, zone);
  const rank = settings.ranks.find((one) => fits(one, { days, tenure, amount }));
  if (!rank) throw new Error('the last rank of a ladder fits everybody who ever bought');
  const { key, name } = rank;
  return { rank: key, called: [key, name.ja, name.en], lapsesAt: startOfDay(lastAt, settings.lapsesAfter, zone) };
}

/** Of somebody who never bought. */
export const NO_STANDING: CpmStanding = { rank: null, called: [], lapsesAt: null };

/** Whether somebody is active (現役) now; undefined for those who never bought. */
export const isActive = ({ lapsesAt }: CpmStanding, now: Millis): boolean | undefined =>
  lapsesAt === null ? undefined : now < lapsesAt;

/** The figures of a list of counted orders. */
export function figuresOf(orders: readonly { at: Millis; amount: number }[], zone: string): CpmFigures {
  const instants = orders.map(({ at }) => at);
  return {
    days: new Set(instants.map((at) => localDate(at, zone))).size,
    firstAt: instants.length === 0 ? null : Math.min(...instants),
    lastAt: instants.length === 0 ? null : Math.max(...instants),
    amount: orders.reduce((sum, order) => sum + order.amount, 0),
  };
}

const fits = (rank: CpmRank, { days, tenure, amount }: { days: number; tenure: number; amount: number }): boolean =>
  days >= (rank.orders ?? 1) &&
  tenure >= (rank.tenure ?? 0) &&
  tenure < (rank.tenureBelow ?? Number.POSITIVE_INFINITY) &&
  amount >= (rank.amount ?? Number.NEGATIVE_INFINITY) &&
  amount < (rank.amountBelow ?? Number.POSITIVE_INFINITY);

const DAY = 86_400_000;

/** Days on the calendar from one instant's date to another's. */
export const daysBetween = (from: Millis, to: Millis, zone: string): number =>
  (Date.parse(localDate(to, zone)) - Date.parse(localDate(from, zone))) / DAY;

/** The first instant of the date so many days after an instant's. */
const startOfDay = (at: Millis, days: number, zone: string): Millis =>
  atLocal(dateAfter(at, days, zone), '00:00', zone);

const dateAfter = (at: Millis, days: number, zone: string): string =>
  new Date(Date.parse(localDate(at, zone)) + days * DAY).toISOString().slice(0, 10);

/** The shop's date at an instant, as lapsing counts it: where clocks go back over midnight, the new day has begun. */
export function dateNow(now: Millis, zone: string): string {
  const tomorrow = dateAfter(now, 1, zone);
  return atLocal(tomorrow, '00:00', zone) <= now ? tomorrow : localDate(now, zone);
}
