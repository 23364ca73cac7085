import type { Locale } from '@tabiji/shared/locale.ts';

type When = string | number;

/** How dates, money and numbers look. The only place of the editor that formats them. */
export interface Fmt {
  /** `2026年4月1日(水) 15:20`, `Wed, Apr 1, 2026, 15:20`. */
  full(at: When): string;
  /** `4/1(水) 15:20`, `Wed, Apr 1, 15:20`; with the year when it is not the year of `now`. */
  compact(at: When, now: When): string;
  /** `2026年4月1日`, `Apr 1, 2026`. */
  date(at: When): string;
  /** `2026年4月1日(水)`, `Wed, Apr 1, 2026`: a heading over the entries of a day. */
  day(at: When): string;
  /** `15:20`. */
  time(at: When): string;
  /** `15:20:07`, for something that just happened. */
  seconds(at: When): string;
  /** `3日前`, `in 2 hours`. */
  ago(at: When, now: When): string;
  number(value: number): string;
  /** A count where room is short: `12,480`, from 100,000 on `12.3万`, `123K`. */
  short(value: number): string;
  percent(share: number): string;
  /** An amount in the currency's smallest unit. */
  money(amount: number, currency?: string): string;
  bytes(count: number): string;
  /** A length of time for people who wait: `約3分`, `about 3 min`. */
  duration(ms: number): string;
}

const STEPS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const made = new Map<string, Fmt>();

/** Formats for a language and a time zone (the workspace's, not the viewer's). Making them is slow, so it is done once. */
export function makeFmt(locale: Locale, timeZone: string): Fmt {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key) ?? newFmt(locale, timeZone);
  made.set(key, known);
  return known;
}

function newFmt(locale: Locale, timeZone: string): Fmt {
  const ja = locale === 'ja';
  const tag = ja ? 'ja-JP' : 'en-US';
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone, ...options });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { year: 'numeric', month: ja ? 'long' : 'short', day: 'numeric' } as const;
  const near = { month: ja ? 'numeric' : 'short', day: 'numeric', weekday: 'short', ...clock } as const;
  const formats = {
    full: dates({ ...day, weekday: 'short', ...clock }),
    near: dates(near),
    far: dates({ ...near, year: 'numeric' }),
    date: dates(day),
    day: dates({ ...day, weekday: 'short' }),
    time: dates(clock),
    seconds: dates({ ...clock, second: '2-digit' }),
    year: dates({ year: 'numeric' }),
    relative: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
    number: new Intl.NumberFormat(tag),
    compact: new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 }),
    percent: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
  };
  const ms = (at: When) => new Date(at).getTime();
  return {
    full: (at) => formats.full.format(ms(at)),
    compact: (at, now) => {
      const sameYear = formats.year.format(ms(at)) === formats.year.format(ms(now));
      return (sameYear ? formats.near : formats.far).format(ms(at));
    },
    date: (at) => formats.date.format(ms(at)),
    day: (at) => formats.day.format(ms(at)),
    time: (at) => formats.time.format(ms(at)),
    seconds: (at) => formats.seconds.format(ms(at)),
    ago: (at, now) => {
      const distance = ms(at) - ms(now);
      const [unit, length] = STEPS.find(([, size]) => Math.abs(distance) >= size) ?? ['minute', 60_000];
      const words = formats.relative.format(Math.trunc(distance / length), unit);
      return ja ? words.replaceAll(' ', '') : words;
    },
    number: (value) => formats.number.format(value),
    short: (value) => (value < 100_000 ? formats.number : formats.compact).format(value),
    percent: (share) => formats.percent.format(share),
    money: (amount, currency = 'JPY') => money(amount, currency, tag),
    bytes: (count) => bytes(count, tag),
    duration: (length) => duration(length, tag, ja),
  };
}

function money(amount: number, currency: string, tag: string): string {
  const format = new Intl.NumberFormat(tag, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  // Japanese Intl writes the full-width yen sign, which is twice as wide as every digit beside it.
  return format.format(amount / 10 ** digits).replace('￥', '¥');
}

function bytes(count: number, tag: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(count, 1)) / Math.log(1000)));
  const options = {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(tag, options).format(count / 1000 ** step);
}

function duration(length: number, tag: string, ja: boolean): string {
  const [unit, size] =
    length >= 5_400_000
      ? (['hour', 3_600_000] as const)
      : length >= 90_000
        ? (['minute', 60_000] as const)
        : (['second', 1000] as const);
  const options = { style: 'unit', unit, unitDisplay: ja ? 'long' : 'short' } as const;
  const words = new Intl.NumberFormat(tag, options).format(Math.max(1, Math.round(length / size)));
  return ja ? `約${words.replaceAll(' ', '')}` : `about ${words}`;
}
