import type { QuietHours } from '@tabiji/shared/sending/rules.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether an instant lies in quiet hours by a zone's wall clock; told by Intl, not by our own calendar. */
export function isQuiet(at: number, { from, to }: QuietHours, zone: string): boolean {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  formats.set(zone, format);
  const time = format.format(at);
  return from < to ? time >= from && time < to : time >= from || time < to;
}
