/** `2026-03-16 18:00` in a zone; with seconds where they are not 0. */
export const localTime = (at: Date, zone: string): string =>
  at.toLocaleString('sv-SE', { timeZone: zone }).replace(/:00$/, '');
