import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { getVersions } from './versions.sql.ts';
import { lockJourney, setDraft } from './journeys.sql.ts';

/**
 * Replaces a journey's draft, whatever its problems: only publishing judges.
 * @throws AppError `conflict` when the draft was changed by somebody else since revision `base`
 */
export async function saveDraft(
  trx: Trx,
  here: Here,
  id: number,
  { base, graph }: { base: number; graph: JourneyGraph },
): Promise<{ rev: number; changed: boolean }> {
  const journey = await lockJourney(trx, here.id, id);
  if (journey.draft_rev !== base)
    throw new AppError(
      'conflict',
      `The draft has changed meanwhile: it is at revision ${journey.draft_rev}, not ${base}.`,
      {
        field: 'base',
        details: { rev: journey.draft_rev },
      },
    );
  const published = journey.version === null ? undefined : await graphOf(trx, here.id, id, journey.version);
  const changed = JSON.stringify(graph) !== JSON.stringify(published);
  const rev = base + 1;
  await setDraft(trx, here, id, { graph, rev, changed });
  return { rev, changed };
}

async function graphOf(
  trx: Trx,
  workspaceId: number,
  journey: number,
  version: number,
): Promise<JourneyGraph | undefined> {
  const [row] = await getVersions(trx, workspaceId, [{ journey, version }]);
  return row?.graph;
}
