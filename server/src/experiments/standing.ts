import type { ExperimentStanding } from '@tabiji/shared/api/journeys.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Decided } from '@tabiji/shared/nodes/experiment/node.ts';
import { rateOf, verdictOn } from '@tabiji/shared/nodes/experiment/verdict.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { pgStore } from '../engine/pg-store.ts';
import { compiledVersions } from '../journeys/compiled.ts';
import { countChoices, findBoard, type Spot } from './experiments.sql.ts';
import { none } from './judge.ts';

/**
 * What an experiment of a live journey has shown so far.
 * @throws AppError `not_found` when the live version compares nothing at that node
 */
export async function standingOf(trx: Trx, here: Here, spot: Spot): Promise<ExperimentStanding> {
  const store = pgStore(trx, here);
  const live = (await store.setup.live()).filter(({ journey }) => journey === spot.journeyId);
  const [version] = (await compiledVersions(store, here.id, live)).values();
  const node = version?.graph.nodes.get(spot.node);
  const compares = node?.definition.compares?.(node.config);
  if (!node || !compares)
    throw new AppError(
      'not_found',
      `The published journey ${spot.journeyId} compares nothing at the node ${spot.node}.`,
    );
  const counted = await countChoices(trx, here, spot);
  const board = Decided.safeParse(await findBoard(trx, here, spot)).data;
  const figures = compares.ports.map((port) => counted.find((one) => one.port === port) ?? none(port));
  const labels = new Map(node.definition.ports(node.config).map(({ id, label }) => [id, label]));
  const verdict = board ? { kind: 'decided' as const, winner: board.winner } : verdictOn(figures, compares);
  return {
    ways: figures.map((one) => ({
      ...one,
      label: labels.get(one.port) ?? { ja: one.port, en: one.port },
      rate: rateOf(one),
    })),
    verdict,
    decidedAt: board?.at ?? null,
    minimum: compares.minimum,
    alpha: compares.alpha,
    within: compares.within,
  };
}
