/** First and last date, as `2026-04-01`. */
export interface Period {
  from: string;
  to: string;
}

export const PRESETS = ['thisMonth', 'lastMonth', '7d', '30d', '90d', 'thisYear'] as const;
export type Preset = (typeof PRESETS)[number];

const DAY = 86_400_000;
const plus = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const lengthOf = ({ from, to }: Period) => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;

/** `2026-03-31` one month back is `2026-02-28`. */
function monthBack(date: string): string {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 1);
  const month = first.toISOString().slice(0, 7);
  const last = plus(`${date.slice(0, 7)}-01`, -1);
  return [`${month}-${date.slice(8)}`, last].toSorted()[0]!;
}

/** The dates of a preset; today is the last one of those that are under way. */
export function periodOf(preset: Preset, today: string): Period {
  const month = `${today.slice(0, 7)}-01`;
  switch (preset) {
    case 'thisMonth':
      return { from: month, to: today };
    case 'lastMonth':
      return { from: monthBack(month), to: plus(month, -1) };
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case '7d':
    case '30d':
    case '90d':
      return { from: plus(today, 1 - Number(preset.slice(0, -1))), to: today };
  }
}

/** The preset whose dates these are; undefined for any others. */
export const presetOf = ({ from, to }: Period, today: string): Preset | undefined =>
  PRESETS.find((preset) => {
    const period = periodOf(preset, today);
    return period.from === from && period.to === to;
  });

/**
 * What a period is compared with: the same days of the month before for a month or its beginning, else as many days
 * directly before it.
 */
export function periodBefore({ from, to }: Period): Period {
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7);
  if (!isMonth) return { from: plus(from, -lengthOf({ from, to })), to: plus(from, -1) };
  const isWhole = plus(to, 1).endsWith('-01');
  return { from: monthBack(from), to: isWhole ? plus(from, -1) : monthBack(to) };
}

/** By what days are gathered so that a chart of the period can be read. */
export const groupOf = (period: Period): 'day' | 'week' | 'month' => {
  const days = lengthOf(period);
  return days <= 45 ? 'day' : days <= 190 ? 'week' : 'month';
};
