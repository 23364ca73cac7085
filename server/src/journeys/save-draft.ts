import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { NOBODY } from './draft/author.ts';
import { conflict } from './draft/patch-draft.ts';
import { writeDraft } from './draft/write-draft.ts';
import { lockJourney } from './journeys.sql.ts';

const LABEL = { ja: '全体の保存', en: 'Save the whole' };

/**
 * Replaces a journey's draft, whatever its problems: only publishing judges.
 * @throws AppError `conflict` when the draft was changed by somebody else since revision `base`
 */
export async function saveDraft(
  trx: Trx,
  here: Here,
  id: number,
  { base, graph }: { base: number; graph: JourneyGraph },
  author = NOBODY,
): Promise<{ rev: number; changed: boolean }> {
  const journey = await lockJourney(trx, here.id, id);
  if (journey.draft_rev !== base) throw conflict(journey, base, []);
  const patches = patchesBetween(journey.draft, graph);
  return writeDraft(trx, here, journey, { graph, patches, labels: [LABEL], author });
}
