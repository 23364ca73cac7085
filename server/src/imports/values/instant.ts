import { atLocal, noonOf, type Millis } from '@tabiji/shared/time.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { Refused, type Read } from '../refusal.ts';

const WAY: Words = {
  ja: '日付として読めません。2026-04-01 や 2026/4/1 15:20 のように書いてください。',
  en: 'not a date. Write it like 2026-04-01 or 2026/4/1 15:20.',
};
const DAY = 86_400_000;
const CACHED_DAYS = 50_000;

const DATE = String.raw`(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))`;
const WEEKDAY = String.raw`(?:\s*\([日月火水木金土]\))?`;
const TIME = String.raw`(?:(?:\s*T\s*|\s+|(?<=[日)]))(\d{1,2})(?::|時)(\d{1,2})(?:分|:(\d{1,2})(?:\.(\d{1,9}))?)?|[ T]?(\d{2})(\d{2})(\d{2})?)`;
const ZONE = String.raw`\s*(Z|UTC|[+-]\d{2}:?\d{2})`;
const PATTERN = new RegExp(`^${DATE}${WEEKDAY}(?:${TIME}(?:${ZONE})?)?$`, 'i');

/** A day and a time as they are written, without a zone or with one. */
interface Written {
  date: string;
  /** Milliseconds since local midnight; null: only a date is given. */
  time: number | null;
  /** Minutes east of UTC. */
  offset: number | null;
}

export function readWritten(text: string): Written | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [year = '', month = '', day = '', ...rest] = match.slice(1).filter((part) => part !== undefined);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return null;
  const zone = match[19];
  const clock = zone === undefined ? rest : rest.slice(0, -1);
  if (clock.length === 0) return { date, time: null, offset: null };
  const [hours = 0, minutes = 0, seconds = 0] = clock.slice(0, 3).map(Number);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Math.floor(Number(`0.${clock[3] ?? '0'}`) * 1000);
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return { date, time, offset: zone === undefined ? null : offsetOf(zone) };
}

function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  const year = Number(date.slice(0, 4));
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) && year >= 1900 && year <= 2200;
}

function offsetOf(zone: string): number {
  if (/^(Z|UTC)$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/**
 * Reads dates and times the way shops write them; a date without a time counts as 12:00 in `zone`.
 * @returns a reader that answers with epoch milliseconds; it remembers days, as the same ones come again and again
 */
export function instantReader(zone: string): (field: string, text: string) => Read<Millis> {
  const days = new Map<string, { midnight: Millis; noon: Millis; plain: boolean }>();
  const dayOf = (date: string) => {
    const known = days.get(date);
    if (known) return known;
    const midnight = atLocal(date, '00:00', zone);
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
    const day = { midnight, noon: noonOf(date, zone), plain: atLocal(next, '00:00', zone) - midnight === DAY };
    if (days.size >= CACHED_DAYS) days.clear();
    days.set(date, day);
    return day;
  };
  return (field, text) => {
    const written = readWritten(text.normalize('NFKC'));
    if (!written) return new Refused(field, text, WAY);
    const { date, time, offset } = written;
    if (time !== null && offset !== null) return Date.parse(`${date}T00:00:00Z`) + time - offset * 60_000;
    const day = dayOf(date);
    if (time === null) return day.noon;
    if (day.plain) return day.midnight + time;
    const minute = Math.floor(time / 60_000);
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return atLocal(date, clock, zone) + (time % 60_000);
  };
}
