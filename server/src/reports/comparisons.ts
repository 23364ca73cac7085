import type { ComparisonReport, ExperimentReport } from '@tabiji/shared/api/reports.ts';
import type { CompiledNode } from '@tabiji/shared/engine/compile.ts';
import { aheadOf, rateOf } from '@tabiji/shared/nodes/experiment/verdict.ts';
import { compiledVersions } from '../journeys/compiled.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { pgStore } from '../engine/pg-store.ts';
import { countMails } from '../experiments/experiments.sql.ts';
import { standingOf } from '../experiments/standing.ts';
import { holdoutReports } from './holdouts.ts';
import { namesOf } from './names.sql.ts';
import { takeRoom } from './span.sql.ts';

/** A node of a live journey. */
export interface LiveNode {
  journeyId: number;
  journey: string;
  node: CompiledNode;
  /** As its author called it. */
  nodeName: string | null;
}

/** Experiments of live journeys as they stand, and what is different with those who were kept out. */
export async function comparisonReport(trx: Trx, here: Here): Promise<ComparisonReport> {
  await takeRoom(trx);
  const store = pgStore(trx, here);
  const versions = await compiledVersions(store, here.id, await store.setup.live());
  const live = [...versions.values()];
  const names = await namesOf(
    trx,
    here,
    live.map(({ journeyId }) => journeyId),
  );
  const nodes = live.flatMap(({ journeyId, graph }) =>
    [...graph.nodes.values()].map((node): LiveNode => {
      const { journey, nodeName } = names({ journeyId, node: node.id, template: '' });
      return { journeyId, journey, node, nodeName };
    }),
  );
  const experiments: ExperimentReport[] = [];
  for (const one of nodes)
    if (one.node.definition.compares?.(one.node.config)) experiments.push(await experimentReport(trx, here, one));
  return { at: new Date(here.now).toISOString(), experiments, holdouts: await holdoutReports(trx, here, nodes) };
}

async function experimentReport(
  trx: Trx,
  here: Here,
  { journeyId, journey, node, nodeName }: LiveNode,
): Promise<ExperimentReport> {
  const spot = { journeyId, node: node.id };
  const { ways, verdict, decidedAt, minimum, alpha, within } = await standingOf(trx, here, spot);
  const mails = new Map((await countMails(trx, here, spot)).map((one) => [one.port, one]));
  const winner = verdict.kind === 'decided' ? ways.find(({ port }) => port === verdict.winner) : undefined;
  const best = winner ?? ways.reduce((a, b) => (rateOf(b) > rateOf(a) ? b : a));
  const isTold = (way: { judged: number }) => way !== best && way.judged > 0 && best.judged > 0;
  const behind = ways.map((way) => (isTold(way) ? aheadOf(best, way, { alpha, ways: ways.length }) : null));
  return {
    ...spot,
    journey,
    nodeName,
    ways: ways.map(({ port, label, chosen, judged, met }, i) => ({
      port,
      label,
      chosen,
      judged,
      met,
      sent: mails.get(port)?.sent ?? 0,
      clicked: mails.get(port)?.clicked ?? 0,
      behind: behind[i] ?? null,
    })),
    verdict: verdict.kind === 'decided' ? 'decided' : verdict.because,
    best: best.met > 0 ? best.port : null,
    needed: neededMore(
      ways.map(({ judged }) => judged),
      behind,
      minimum,
    ),
    minimum,
    alpha,
    within,
    decidedAt,
  };
}

/**
 * About how many more judged customers every way needs until the best one can be told from each other one; null where
 * that cannot be said: with differences as small as the present ones it would take too many.
 * @param behind of each way, how many times as many it takes, if that is within reason; null for the best one
 */
export function neededMore(
  judged: readonly number[],
  behind: readonly ({ times: number | null } | null)[],
  minimum: number,
): number | null {
  const few = Math.min(...judged);
  if (few < minimum) return minimum - few;
  const times = behind.flatMap((one) => (one ? [one.times] : []));
  if (times.includes(null)) return null;
  return Math.ceil(few * (Math.max(...times.map(Number)) - 1));
}
