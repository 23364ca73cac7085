import type { Existing } from '@tabiji/shared/journey/existing.ts';
import { takeIn } from '@tabiji/server/journeys/take-in.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { ResumePolicy } from '@tabiji/shared/api/journey-life.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { advance } from '@tabiji/server/engine/advance.ts';
import { enrollByHand } from '@tabiji/server/journeys/enroll-by-hand.ts';
import { getJourney, insertJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { previewPublish } from '@tabiji/server/journeys/inside/preview-publish.ts';
import { pause, resume, stop } from '@tabiji/server/journeys/life.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import { publish } from '@tabiji/server/journeys/publish.ts';
import { saveDraft } from '@tabiji/server/journeys/save-draft.ts';
import { statsOf } from '@tabiji/server/journeys/stats.sql.ts';
import type { Services } from '@tabiji/server/services.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import type { Person } from './people.ts';
import type { Query } from './world-database.ts';

/** A mail whose subject is its key and whose text names its reader. */
const MJML = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>{{ customer.lastName }}{{ customer.firstName }} {{ orders.count }}</mj-text>
</mj-column></mj-section></mj-body></mjml>`;

/** Draws journeys and segments in a workspace, through the production code. */
export function openJourneys(services: Services, workspaceId: number, query: Query) {
  const { db, inStore } = services;
  const install = (keys: readonly string[], mjml = MJML) =>
    inWorkspace(db, workspaceId, async (trx, here) => {
      for (const key of keys) await saveTemplate(trx, here, { key, name: key, subject: key, mjml });
    });

  const publishDraft = async (id: number, plan: PublishPlan = {}, existing?: Existing): Promise<number> => {
    const { version } = await inWorkspace(db, workspaceId, async (trx, here) => {
      const { draft_rev } = await getJourney(trx, workspaceId, id);
      return publish(trx, here, id, draft_rev, plan, existing);
    });
    await services.enqueue('plan_elapsed', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
    if (existing !== undefined) await takeIn(db, workspaceId, id);
    return version;
  };

  return {
    /** Makes mail templates under these keys. */
    install,
    /** Publishes a journey; mail templates it names are made. */
    async publish(graph: JourneyGraph, existing?: Existing, mjml?: string) {
      await install(templatesIn(graph), mjml);
      const id = await inWorkspace(db, workspaceId, (trx, here) => insertJourney(trx, here, graph));
      await publishDraft(id, {}, existing);
      return {
        id,
        stats: () => inWorkspace(db, workspaceId, (trx, here) => statsOf(trx, here, id)),
        /** Saves another graph as the draft, and says what publishing it would mean. */
        preview: (next: JourneyGraph) =>
          inWorkspace(db, workspaceId, async (trx, here) => {
            const { draft_rev } = await getJourney(trx, workspaceId, id);
            await saveDraft(trx, here, id, { base: draft_rev, graph: next });
            return previewPublish(trx, here, id);
          }),
        /** Publishes another graph as the next version; the plan is for the people inside. */
        republish: async (next: JourneyGraph, plan?: PublishPlan) => {
          await install(templatesIn(next));
          await inWorkspace(db, workspaceId, async (trx, here) => {
            const { draft_rev } = await getJourney(trx, workspaceId, id);
            await saveDraft(trx, here, id, { base: draft_rev, graph: next });
          });
          return publishDraft(id, plan);
        },
        /** Publishes the draft as it is, with the mails as they are now. */
        publishAgain: () => publishDraft(id),
        pause: () => inWorkspace(db, workspaceId, (trx, here) => pause(trx, here, id)),
        /** Resumes, and does all that belongs to it. */
        resume: async (policy: ResumePolicy) => {
          await inWorkspace(db, workspaceId, (trx, here) => resume(trx, here, id, policy));
          await services.enqueue('change_journey', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
        },
        stop: async () => {
          await inWorkspace(db, workspaceId, (trx, here) => stop(trx, here, id));
          await services.enqueue('change_journey', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
        },
        /** Lets people in by hand; they take their first pass, letters stay unsent until the world settles. */
        enroll: async (...people: Person[]) => {
          const ids = people.map(({ customer }) => customer);
          const result = await inWorkspace(db, workspaceId, (trx, here) => enrollByHand(trx, here, id, ids));
          while ((await advance(inStore, workspaceId, ALL_SHARDS)).more);
          return result;
        },
      };
    },
    /** Defines a segment and judges it for everybody. */
    async segment(key: string, condition: Condition) {
      await query(
        `insert into segment (workspace_id, key, name, condition, updated_at) values ($1, $2, $2, $3, now())
             on conflict (workspace_id, key) do update set condition = excluded.condition`,
        [workspaceId, key, JSON.stringify(condition)],
      );
      await services.enqueue('refresh_segment', key, { workspaceId, key });
    },
    /** Keys of customers in a segment. */
    members: async (key: string) =>
      (
        await query<{ id: string }>(
          `select c.external_id as id from segment_member m join segment s on s.id = m.segment_id
             join customer c on c.id = m.customer_id where s.key = $1 order by 1`,
          [key],
        )
      ).map(({ id }) => id),
  };
}
