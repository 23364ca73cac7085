import { plain } from '../../normalise.ts';
import { ClosedDays } from '../../time/business-days.ts';

/**
 * Closed days out of what people type: `12/29〜1/3、2026/8/12〜8/16` → `12-29/01-03`, `2026-08-12/2026-08-16`; undefined
 * when a part is none.
 */
export function closedDaysFrom(text: string): string[] | undefined {
  const parts = plain(text)
    .split(/[,、，\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map(rangeFrom);
  return read.every((one) => one !== undefined) ? read : undefined;
}

function rangeFrom(text: string): string | undefined {
  const ends = text.split(/\s*(?:[~〜～–—]|\bto\b|から)\s*/);
  const [first, last] = [dateFrom(ends[0] ?? ''), dateFrom(ends[1] ?? ends[0] ?? '')];
  if (!first || !last || ends.length > 2) return undefined;
  const year = first.slice(0, -5);
  const end = last.length === 5 ? `${year}${last}` : last;
  const range = ends.length === 1 ? first : `${first}/${end}`;
  return ClosedDays.safeParse(range).success && (year === '' || first <= end) ? range : undefined;
}

function dateFrom(text: string): string | undefined {
  const match = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!match) return undefined;
  const [, year, month = '', day = ''] = match;
  return `${year ? `${year}-` : ''}${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
