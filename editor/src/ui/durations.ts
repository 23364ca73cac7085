/** Units people choose lengths of time in, with the letter of ISO 8601. */
export const DURATION_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

const CALENDAR = { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const;
const CLOCK = { H: 'hours', M: 'minutes' } as const;

export interface Length {
  amount: number;
  unit: DurationUnit;
}

/** `P14D` → 14 days; undefined for durations of more than one unit, which are edited as they are written. */
export function lengthOf(iso: string): Length | undefined {
  const [, date, dateUnit, time, timeUnit] = /^P(?:(\d+)([DWMY])|T(\d+)([HM]))$/.exec(iso) ?? [];
  if (date) return { amount: Number(date), unit: CALENDAR[dateUnit as keyof typeof CALENDAR] };
  return time ? { amount: Number(time), unit: CLOCK[timeUnit as keyof typeof CLOCK] } : undefined;
}

/** 14 days → `P14D`. */
export function isoOf({ amount, unit }: Length): string {
  const letter = unit.charAt(0).toUpperCase();
  return unit === 'minutes' || unit === 'hours' ? `PT${amount}${letter}` : `P${amount}${letter}`;
}
