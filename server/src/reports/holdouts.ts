import type { HoldoutReport } from '@tabiji/shared/api/reports.ts';
import { EXPECTED } from '@tabiji/shared/nodes/experiment/verdict.ts';
import { amountOf, differenceOf, shareOf } from '@tabiji/shared/statistics/difference.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { isHeldOutEverywhere } from '../engine/holdout.ts';
import type { LiveNode } from './comparisons.ts';
import { anywhere, atNodes, boughtBy, inJourneys, keptOut, type Bought, type Groups } from './groups.sql.ts';
import { journeysNamed } from './passages.sql.ts';

/** For so long after somebody came their orders count. */
const DAYS = 30;
const ALPHA = 0.05;
/** Below it the normal approximation does not hold. */
const LEAST = { people: 100, buyers: 10 };
/** How large a difference of amounts is expected to be, in standard deviations: that of shares of a tenth or so. */
const EXPECTED_DEVIATIONS = 1 / 6;

/** What is different with customers who were kept out for comparison: in all journeys, in one, or at a node. */
export async function holdoutReports(trx: Trx, here: Here, nodes: readonly LiveNode[]): Promise<HoldoutReport[]> {
  const out = await keptOut(trx, here);
  const everywhere = out.customers.filter((customer) => isHeldOutEverywhere(customer, here));
  const named = await journeysNamed(trx, here, out.journeys);
  const keeping = nodes.flatMap(({ node, ...spot }) => {
    const port = node.definition.keepsOut;
    return port === undefined ? [] : [{ ...spot, node: node.id, port }];
  });
  const report = (place: Place, groups: Groups) => ({ ...place, days: DAYS, ...liftOf(groups.treated, groups.kept) });
  const reports: HoldoutReport[] = [];
  if (everywhere.length > 0) {
    const bought = await boughtBy(trx, here, anywhere(here, everywhere), DAYS);
    reports.push(report(ANYWHERE, bought(0)));
  }
  if (out.journeys.length > 0) {
    const bought = await boughtBy(trx, here, inJourneys(here, out.journeys), DAYS);
    for (const journeyId of out.journeys) {
      const journey = named.get(journeyId)?.name ?? null;
      reports.push(report({ ...ANYWHERE, scope: 'journey', journeyId, journey }, bought(journeyId)));
    }
  }
  if (keeping.length > 0) {
    const bought = await boughtBy(trx, here, atNodes(here, keeping), DAYS);
    for (const [i, { journeyId, journey, node, nodeName }] of keeping.entries())
      reports.push(report({ scope: 'node', journeyId, journey, node, nodeName }, bought(i)));
  }
  return reports;
}

type Place = Pick<HoldoutReport, 'scope' | 'journeyId' | 'journey' | 'node' | 'nodeName'>;
const ANYWHERE: Place = { scope: 'everywhere', journeyId: null, journey: null, node: null, nodeName: null };

/** What is different between two groups, and whether there are enough of them to say so. */
export function liftOf(
  treated: Bought,
  kept: Bought,
): Pick<HoldoutReport, 'treated' | 'kept' | 'isEnough' | 'conversion' | 'perPerson'> {
  const groups = [treated, kept];
  const isEnough = groups.every(
    ({ people, buyers }) => people >= LEAST.people && buyers >= LEAST.buyers && people - buyers >= LEAST.buyers,
  );
  const [share, keptShare] = groups.map(({ buyers, people }) => shareOf(buyers, people)) as Pair;
  const [amount, keptAmount] = groups.map(({ people, revenue, squares }) => amountOf(people, revenue, squares)) as Pair;
  const deviation = Math.sqrt(Math.max(amount.variance, keptAmount.variance));
  const nothing = { difference: 0, low: 0, high: 0 };
  return {
    treated: shown(treated),
    kept: shown(kept),
    isEnough,
    conversion: isEnough ? differenceOf(share, keptShare, { alpha: ALPHA, expected: EXPECTED }) : nothing,
    perPerson: isEnough
      ? differenceOf(amount, keptAmount, { alpha: ALPHA, expected: deviation * EXPECTED_DEVIATIONS })
      : nothing,
  };
}

type Pair = [ReturnType<typeof shareOf>, ReturnType<typeof shareOf>];

const shown = ({ people, buyers, revenue }: Bought) => ({ people, buyers, revenue: Math.round(revenue) });
