import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { getJourney, insertJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import { publish } from '@tabiji/server/journeys/publish.ts';
import type { Services } from '@tabiji/server/services.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';

const MJML = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>{{ customer.lastName }}{{ customer.firstName }}</mj-text>
</mj-column></mj-section></mj-body></mjml>`;

/** Publishes a journey by the production code; mails it names are made. Returns its id. */
export function publishJourney({ db }: Services, workspaceId: number, graph: JourneyGraph): Promise<number> {
  return inWorkspace(db, workspaceId, async (trx, here) => {
    for (const key of templatesIn(graph)) await saveTemplate(trx, here, { key, name: key, subject: key, mjml: MJML });
    const id = await insertJourney(trx, here, graph);
    const { draft_rev } = await getJourney(trx, workspaceId, id);
    await publish(trx, here, id, draft_rev);
    return id;
  });
}
