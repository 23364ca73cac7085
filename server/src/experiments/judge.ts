import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import type { Comparison } from '@tabiji/shared/nodes/define-node.ts';
import { factsUntil, fromChoice } from '@tabiji/shared/nodes/experiment/from-choice.ts';
import { verdictOn } from '@tabiji/shared/nodes/experiment/verdict.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Db, Trx } from '../db/database.ts';
import { loadFacts } from '../engine/load-facts.ts';
import { pgStore } from '../engine/pg-store.ts';
import { zoneOf } from '../engine/zone-of.ts';
import { compiledVersions } from '../journeys/compiled.ts';
import { countChoices, findBoard, keepBoard, openChoices, writeJudged, type Spot } from './experiments.sql.ts';

const CHUNK = 500;
/** Time zones and month ends move the end of a duration by less. */
const SLACK_MS = 4 * 86_400_000;

/** A comparison of a live journey. */
interface Running {
  spot: Spot;
  graph: CompiledGraph;
  compares: Comparison;
}

/**
 * Judges customers of experiments whose time is over, each once, and writes down a decision where one can be made.
 * Customers are judged only when their whole time has passed: quick and slow ones count alike.
 */
export async function judgeExperiments(db: Db, workspaceId: number, signal?: AbortSignal): Promise<void> {
  for (const running of await inWorkspace(db, workspaceId, findRunning)) {
    let after: { at: number; customer: number } | undefined = { at: 0, customer: 0 };
    while (after) {
      if (signal?.aborted) return;
      const from: { at: number; customer: number } = after;
      after = await inWorkspace(db, workspaceId, (trx, here) => judgeSome(trx, here, running, from));
    }
    await inWorkspace(db, workspaceId, (trx, here) => decide(trx, here, running));
  }
}

async function findRunning(trx: Trx, here: Here): Promise<Running[]> {
  const store = pgStore(trx, here);
  const versions = await compiledVersions(store, here.id, await store.setup.live());
  return [...versions.values()].flatMap(({ journeyId, graph }) =>
    [...graph.nodes.values()].flatMap(({ id: node, definition, config }) => {
      const compares = definition.compares?.(config);
      return compares ? [{ spot: { journeyId, node }, graph, compares }] : [];
    }),
  );
}

/** @returns where to go on; undefined when that was all */
async function judgeSome(
  trx: Trx,
  here: Here,
  { spot, graph, compares }: Running,
  after: { at: number; customer: number },
): Promise<{ at: number; customer: number } | undefined> {
  const before = addDuration(here.now, compares.within, here.zone, -1) + SLACK_MS;
  const open = await openChoices(trx, here, spot, { before, after, limit: CHUNK });
  const goal = fromChoice(compares.goal);
  const needs = needsOf(goal);
  const known = await loadFacts(
    pgStore(trx, here),
    open.map(({ customer_id }) => ({ customer: customer_id, needs })),
  );
  const judged = open.flatMap(({ customer_id, at, arrival }) => {
    const customer = known.get(customer_id);
    if (!customer) return [];
    const zone = zoneOf(graph, customer.zone, here);
    const end = addDuration(at.getTime(), compares.within, zone);
    if (end > here.now) return [];
    const occasion = { now: end, zone, entered: { at: at.getTime(), arrival } };
    return [{ customer: customer_id, met: evaluate(goal, factsUntil(customer.facts, end), occasion) }];
  });
  await writeJudged(trx, here, spot, judged);
  const last = open.at(-1);
  return last && open.length === CHUNK ? { at: last.at.getTime(), customer: last.customer_id } : undefined;
}

async function decide(trx: Trx, here: Here, { spot, compares }: Running): Promise<void> {
  if ((await findBoard(trx, here, spot)) !== undefined) return;
  const counted = await countChoices(trx, here, spot);
  const figures = compares.ports.map((port) => counted.find((one) => one.port === port) ?? none(port));
  const verdict = verdictOn(figures, compares);
  if (verdict.kind !== 'decided') return;
  await keepBoard(trx, here, spot, { winner: verdict.winner, at: new Date(here.now).toISOString(), figures });
}

export const none = (port: string) => ({ port, chosen: 0, judged: 0, met: 0 });
