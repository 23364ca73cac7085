import { isDeepStrictEqual } from 'node:util';
import type { DraftConflict } from '@tabiji/shared/api/drafts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { applyPatches, NoSuchPlace } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { conflictsBetween } from '@tabiji/shared/journey/patches/conflicts.ts';
import { newFaults } from '@tabiji/shared/journey/patches/faults.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { lockJourney, type JourneyRecord } from '../journeys.sql.ts';
import type { Author } from './author.ts';
import { listChangesSince, type DraftChange } from './draft-changes.sql.ts';
import { writeDraft } from './write-draft.ts';

/**
 * Changes a draft. Patches made of an older revision are put on top of what others saved since, if they touch different
 * values and nothing breaks; what the same window saved before and did not hear the answer of counts as its own.
 * @returns with `graph` where others' changes are in it too
 * @throws AppError `conflict` (details `DraftConflict`) when both do not go together, `invalid` for patches that lead
 *   nowhere or to no graph; nothing is changed then
 */
export async function patchDraft(
  trx: Trx,
  here: Here,
  id: number,
  { base, patches, labels }: { base: number; patches: Patch[]; labels: Words[] },
  author: Author,
): Promise<{ rev: number; changed: boolean; graph?: JourneyGraph }> {
  const journey = await lockJourney(trx, here.id, id);
  if (base === journey.draft_rev)
    return writeDraft(trx, here, journey, { graph: applied(journey.draft, patches), patches, labels, author });
  const since = await listChangesSince(trx, here.id, id, base);
  const theirs = since.filter(({ tab }) => tab === null || tab !== author.tab).flatMap((change) => change.patches);
  const isKnown = since.length === journey.draft_rev - base;
  if (!isKnown || conflictsBetween(patches, theirs).length > 0) throw conflict(journey, base, since);
  const graph = rebased(journey, patches);
  if (!graph || newFaults(graph, journey.draft).length > 0) throw conflict(journey, base, since);
  if (isDeepStrictEqual(graph, journey.draft)) return { rev: journey.draft_rev, changed: journey.changed, graph };
  return { ...(await writeDraft(trx, here, journey, { graph, patches, labels, author })), graph };
}

function applied(draft: JourneyGraph, patches: Patch[]): JourneyGraph {
  try {
    return parsed(applyPatches(draft, patches));
  } catch (error) {
    if (error instanceof NoSuchPlace) throw new AppError('invalid', error.message, { field: 'patches', cause: error });
    throw error;
  }
}

function rebased({ draft }: JourneyRecord, patches: Patch[]): JourneyGraph | undefined {
  try {
    return parsed(applyPatches(draft, patches));
  } catch (error) {
    if (error instanceof NoSuchPlace) return undefined; // taken away by others
    throw error;
  }
}

function parsed(graph: unknown): JourneyGraph {
  const { data, error } = JourneyGraph.safeParse(graph);
  if (data) return data;
  const [issue] = error.issues;
  throw new AppError('invalid', `patches: they make no journey: ${issue?.path.join('.')}: ${issue?.message}`, {
    field: 'patches',
  });
}

/** The refusal of what was made of an older revision. */
export function conflict(journey: JourneyRecord, base: number, since: readonly DraftChange[]): AppError {
  const { draft_rev: rev, draft, draft_by: person } = journey;
  const details: DraftConflict = {
    rev,
    graph: draft,
    person,
    labels: since.flatMap(({ labels }) => labels).slice(-50),
  };
  return new AppError('conflict', `The draft has changed meanwhile: it is at revision ${rev}, not ${base}.`, {
    field: 'base',
    details,
  });
}
