import { numberFrom } from '../normalise.ts';

export const TRAVEL_STEPS = ['P1D', 'P7D', 'P14D', 'P30D'] as const;
export const TRAVEL_UNITS = ['hours', 'days', 'weeks'] as const;
export type TravelUnit = (typeof TRAVEL_UNITS)[number];

/** ISO duration of an amount as typed; undefined unless it is a whole number from 1 to 365. */
export function travelLength(amount: string, unit: TravelUnit): string | undefined {
  const n = numberFrom(amount);
  if (n === undefined || !Number.isInteger(n) || n < 1 || n > 365) return undefined;
  return { hours: `PT${n}H`, days: `P${n}D`, weeks: `P${n * 7}D` }[unit];
}
