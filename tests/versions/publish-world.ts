import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { previewPublish } from '@tabiji/server/journeys/inside/preview-publish.ts';
import { getJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { publishFrom, type PublishWith } from '@tabiji/server/journeys/publish.ts';
import { saveDraft } from '@tabiji/server/journeys/save-draft.ts';
import { listVersions } from '@tabiji/server/journeys/versions/version-rows.sql.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { World } from '../support/world.ts';

/** Publishing, restoring and looking at versions of one journey, through the production code. */
export function publisher({ services: { db }, workspaceId }: World, id: number) {
  const here = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, workspaceId, work);
  const rev = () => here(async (trx) => (await getJourney(trx, workspaceId, id)).draft_rev);
  return {
    draft: () => here((trx) => getJourney(trx, workspaceId, id)),
    save: async (graph: JourneyGraph) => {
      const base = await rev();
      return here((trx, at) => saveDraft(trx, at, id, { base, graph }));
    },
    publish: async (about?: PublishWith) => {
      const source = { rev: await rev() };
      return here((trx, at) => publishFrom(trx, at, id, source, about));
    },
    restore: (version: number, about?: PublishWith) =>
      here((trx, at) => publishFrom(trx, at, id, { restore: version }, about)),
    preview: (restore?: number) => here((trx, at) => previewPublish(trx, at, id, restore)),
    versions: () => here((trx, at) => listVersions(trx, at, id)),
    here,
  };
}
