import type { Words } from '../../locale.ts';

/** Units a duration can be given in, with their place in ISO 8601. */
export const DURATION_UNITS = {
  minutes: { head: 'PT', tail: 'M', label: { ja: '分', en: 'minutes' } },
  hours: { head: 'PT', tail: 'H', label: { ja: '時間', en: 'hours' } },
  days: { head: 'P', tail: 'D', label: { ja: '日', en: 'days' } },
  weeks: { head: 'P', tail: 'W', label: { ja: '週間', en: 'weeks' } },
  months: { head: 'P', tail: 'M', label: { ja: 'か月', en: 'months' } },
} as const satisfies Record<string, { head: string; tail: string; label: Words }>;

export type DurationUnit = keyof typeof DURATION_UNITS;

/** `P14D` as 14 days; undefined for durations of several units, which a number and a unit cannot show. */
export function partsOfDuration(iso: string): { count: number; unit: DurationUnit } | undefined {
  for (const [unit, { head, tail }] of Object.entries(DURATION_UNITS)) {
    const digits = iso.startsWith(head) && iso.endsWith(tail) ? iso.slice(head.length, -tail.length) : '';
    if (/^\d{1,6}$/.test(digits)) return { count: Number(digits), unit: unit as DurationUnit };
  }
  return undefined;
}

export const isoOf = (count: number, unit: DurationUnit): string =>
  `${DURATION_UNITS[unit].head}${count}${DURATION_UNITS[unit].tail}`;
