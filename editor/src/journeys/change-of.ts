import { FEWEST } from '@tabiji/shared/journey/unusual.ts';
import type { Fmt } from '../fmt.ts';

/** The last week beside the one before: `+12%` where both had 30 people or more, else how many more or fewer. */
export function changeOf(weeks: readonly number[], fmt: Fmt): string {
  const [before = 0, now = 0] = weeks.slice(-2);
  const signed = (value: number, words: string) => (value > 0 ? `+${words}` : value < 0 ? `−${words}` : `±${words}`);
  if (before === now) return '±0';
  if (before < FEWEST || now < FEWEST) return signed(now - before, fmt.number(Math.abs(now - before)));
  return signed(now - before, fmt.percent(Math.round((100 * Math.abs(now - before)) / before) / 100));
}
