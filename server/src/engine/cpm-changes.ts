import { cpmOf, isActive, type CpmFigures, type CpmStanding } from '@tabiji/shared/cpm/rank.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Known } from './load-facts.ts';
import type { Shop } from './shop.sql.ts';

/** What orders changed about a customer's place in the portfolio. */
export interface CpmChange {
  customerId: number;
  from: CpmStanding;
  to: CpmStanding;
  /** Whether the rank is another one. */
  ranked: boolean;
  /** Whether they had lapsed and are active again. */
  returned: boolean;
}

/** What the facts of a batch changed for customers whose figures before it are given. */
export const cpmChanges = (
  before: ReadonlyMap<number, CpmFigures>,
  known: ReadonlyMap<number, Known>,
  { cpm, zone }: Shop,
  now: Millis,
): CpmChange[] =>
  [...before].flatMap(([customerId, figures]) => {
    const to = known.get(customerId)?.facts.cpm;
    if (!to) return [];
    const from = cpmOf(figures, cpm, zone);
    const ranked = from.rank !== to.rank;
    const returned = isActive(from, now) === false && isActive(to, now) === true;
    return ranked || returned ? [{ customerId, from, to, ranked, returned }] : [];
  });
