import { z } from 'zod';
import type { Day } from '../time/day.ts';
import { FAMILIES, type Family } from './families.ts';

/** All mails of a sender, whoever takes them in. */
export const ALL_FAMILIES = '*';
export const LIMITED = [ALL_FAMILIES, ...FAMILIES] as const;
/** What has a limit of its own. */
export type Limited = (typeof LIMITED)[number];

/** Mails in any minute; null: as fast as it goes. */
const PerMinute = z.int().min(1).max(100_000).nullable();

/** How a new sender gets known: so many mails on the first day, twice as many each day after. */
export const WarmUp = z.strictObject({
  from: z.iso.date().describe('the first day, in the workspace’s time zone'),
  first: z.int().min(1).max(100_000).default(50).describe('mails on the first day'),
  target: z.int().min(1).max(10_000_000).describe('mails a day from which nothing is held back any more'),
});
export type WarmUp = z.infer<typeof WarmUp>;

/** How fast a sender's mails go. */
export const Pace = z.strictObject({
  perMinute: z
    .partialRecord(z.enum(LIMITED), PerMinute)
    .default({})
    .describe('what differs from the standard limits; `*`: all mails together'),
  warmUp: WarmUp.nullable().default(null),
});
export type Pace = z.infer<typeof Pace>;

/** Paces by sender; who is not there has the standard one. */
export const Paces = z.record(z.string(), Pace);
export type Paces = z.infer<typeof Paces>;

/**
 * Mails a minute to Japan's carriers, who publish no figure, ask that mails to many be spread over time (KDDI), and shut
 * out for a while who brings many at once (docomo, SoftBank). Two a second stays far below what has led to that.
 */
const STANDARD: Partial<Record<Limited, number>> = { docomo: 120, au: 120, softbank: 120 };

/** What a sender has that nobody has set up. */
export const STANDARD_PACE: Pace = { perMinute: {}, warmUp: null };

/** How many mails go in any minute; null: as many as there are. */
export function perMinute(pace: Pace, of: Limited): number | null {
  const own = pace.perMinute[of];
  return own === undefined ? (STANDARD[of] ?? null) : own;
}

/** How many mails a warming sender sends on a day; null: as many as there are. */
export function perDay({ warmUp }: Pace, today: Day): number | null {
  if (!warmUp) return null;
  const day = today - Date.parse(warmUp.from) / 86_400_000;
  const mails = warmUp.first * 2 ** Math.min(Math.max(day, 0), 40);
  return mails >= warmUp.target ? null : mails;
}

/** The days of a warm-up with the mails of each, until its end. */
export function warmUpDays(warmUp: WarmUp): { day: Day; mails: number }[] {
  const first: Day = Date.parse(warmUp.from) / 86_400_000;
  const days: { day: Day; mails: number }[] = [];
  for (let day = first; ; day++) {
    const mails = perDay({ perMinute: {}, warmUp }, day);
    if (mails === null) return days;
    days.push({ day, mails });
  }
}

/** Whether anything may have to wait for this family's turn. */
export const isLimited = (pace: Pace, family: Family, today: Day): boolean =>
  perMinute(pace, family) !== null || perMinute(pace, ALL_FAMILIES) !== null || perDay(pace, today) !== null;
