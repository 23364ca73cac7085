import { isDeepStrictEqual } from 'node:util';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { setDraft, type JourneyRecord } from '../journeys.sql.ts';
import { getVersions } from '../versions.sql.ts';
import type { Author } from './author.ts';
import { insertChange } from './draft-changes.sql.ts';

/** Stores the next revision of a draft whose journey is locked, and notes who changed what. */
export async function writeDraft(
  trx: Trx,
  here: Here,
  { id, draft_rev, version }: JourneyRecord,
  change: { graph: JourneyGraph; patches: Patch[]; labels: Words[]; author: Author },
): Promise<{ rev: number; changed: boolean }> {
  const { graph, patches, labels, author } = change;
  const rev = draft_rev + 1;
  const [published] = version === null ? [] : await getVersions(trx, here.id, [{ journey: id, version }]);
  const changed = !isDeepStrictEqual(drawn(graph), published && drawn(published.graph)); // whatever the order of keys
  await setDraft(trx, here, id, { graph, rev, changed, by: author.person });
  await insertChange(trx, here, id, { rev, labels, patches, ...author });
  return { rev, changed };
}

/** What a journey does: notes on the canvas are for people alone. */
const drawn = (graph: JourneyGraph) => ({ ...graph, notes: undefined });
