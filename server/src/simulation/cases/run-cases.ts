import { CaseSetup, type CaseResult, type JourneyCase, type KeptSetup } from '@tabiji/shared/api/journey-cases.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { simulate } from '../one/simulate.ts';
import { insertCase, listCases } from './cases.sql.ts';
import { expectedOf, firstDifference } from './expected.ts';

/** Where a case runs. */
interface Stage {
  journeyId: number;
  graph: JourneyGraph;
  url: string;
}

const play = (trx: Trx, here: Here, { journeyId, graph, url }: Stage, setup: KeptSetup) =>
  simulate(trx, here, { ...setup, graph, journey: journeyId, html: false }, url);

/**
 * Keeps what a simulation shows now as what is expected from now on.
 * @throws AppError `refused` when nobody can be sent through
 */
export async function saveCase(
  trx: Trx,
  here: Here,
  stage: Stage,
  { name, setup }: { name: string; setup: KeptSetup },
): Promise<JourneyCase> {
  const fixed = { ...setup, enterAt: setup.enterAt ?? new Date(here.now).toISOString() };
  const trace = await play(trx, here, stage, fixed);
  const [problem] = trace.problems;
  if (problem) throw new AppError('refused', problem.message.en, { details: { problems: trace.problems } });
  const found = 'random' in fixed.customer && trace.customer?.id ? { id: trace.customer.id } : fixed.customer;
  const kept = { ...fixed, customer: found };
  return insertCase(trx, here, { journeyId: stage.journeyId, name, setup: kept, expected: expectedOf(trace) });
}

/** Runs a journey's cases, or some, through a graph; each result names the first difference, and what stands in the way. */
export async function runCases(
  trx: Trx,
  here: Here,
  stage: Stage,
  only: readonly number[] | undefined,
): Promise<CaseResult[]> {
  const cases = (await listCases(trx, here, stage.journeyId)).filter(
    ({ id }) => only === undefined || only.includes(id),
  );
  const results: CaseResult[] = [];
  for (const { id, name, setup, expected } of cases) {
    const trace = await play(trx, here, stage, CaseSetup.parse(setup));
    const difference = firstDifference(expected, expectedOf(trace));
    const problem = trace.problems[0]?.message ?? null;
    results.push({ id, name, passed: difference === null && !problem, difference, problem, ms: trace.ms });
  }
  return results;
}
