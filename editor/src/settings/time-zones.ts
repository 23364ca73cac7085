import type { Locale } from '@tabiji/shared/locale.ts';

/** Every zone the browser knows, `present` among them, with its name in the language: `Asia/Tokyo（日本標準時）`. */
export function timeZones(locale: Locale, present: string): { value: string; label: string }[] {
  const zones = new Set([present, 'Asia/Tokyo', 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].map((value) => ({ value, label: labelOf(value, locale) }));
}

function labelOf(zone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return name ? (locale === 'ja' ? `${zone}（${name}）` : `${zone} (${name})`) : zone;
}
