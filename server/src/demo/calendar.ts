import type { Millis } from '@tabiji/shared/time.ts';
import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The demo's shop and customers live in one zone without summer time. */
export const DEMO_ZONE = 'Asia/Tokyo';
const AHEAD = 9 * HOUR;

/** The beginning of an instant's local day. */
export const dayOf = (at: Millis): Millis => Math.floor((at + AHEAD) / DAY) * DAY - AHEAD;

/** Month of an instant, 0 to 11. */
export const monthOf = (at: Millis): number => new Date(at + AHEAD).getUTCMonth();

/** How many people shop from hour to hour: over lunch, and after dinner above all. */
const BY_HOUR = [2, 1, 0.5, 0.3, 0.3, 0.6, 2, 4, 5, 6, 7, 7, 9, 7, 5, 5, 5, 5, 6, 8, 11, 13, 11, 6];
const HOURS = BY_HOUR.map((_, hour) => hour);

/** An instant on a day at which somebody might shop at home. */
export const shoppingTime = (random: Random, day: Millis): Millis =>
  dayOf(day) + random.weighted(HOURS, (hour) => BY_HOUR[hour]!) * HOUR + random.between(0, 3599) * 1000;

/** An instant on a day between two hours. */
export const timeBetween = (random: Random, day: Millis, from: number, to: number): Millis =>
  dayOf(day) + from * HOUR + random.between(0, (to - from) * 3600 - 1) * 1000;

export const iso = (at: Millis): string => new Date(at).toISOString();
