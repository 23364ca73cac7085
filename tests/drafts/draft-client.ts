import { errorReply } from '@tabiji/server/http/error-reply.ts';
import { createRoutes } from '@tabiji/server/http/routes.ts';
import { createLog } from '@tabiji/server/log.ts';
import { Lease, PatchedDraft, type AskLease, type PatchDraft } from '@tabiji/shared/api/drafts.ts';
import { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { Hono } from 'hono';
import type { World } from '../support/world.ts';

/** One journey's draft through the API, as windows of different people use it. */
export function draftsOf({ services, workspaceId }: World) {
  const app = new Hono().route('/', createRoutes(services)).onError(errorReply(createLog('silent')));
  const call = async (who: string | null, method: string, path: string, body?: object) => {
    const person =
      who === null ? undefined : String(new URLSearchParams({ id: who, name: `${who}さん`, tab: `tab-${who}` }));
    const answer = await app.request(`/v1/journeys${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'tabiji-workspace': String(workspaceId),
        ...(person && { 'tabiji-person': person }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  return {
    call,
    begin: async (graph: JourneyGraph) => JourneyDetail.parse((await call(null, 'POST', '', { graph })).body).id,
    get: async (id: number) => JourneyDetail.parse((await call(null, 'GET', `/${id}`)).body),
    patch: (who: string | null, id: number, body: PatchDraft) => call(who, 'PATCH', `/${id}/draft`, body),
    /** Saves, and fails the test when it is refused. */
    save: async (who: string | null, id: number, body: PatchDraft) => {
      const { status, body: saved } = await call(who, 'PATCH', `/${id}/draft`, body);
      if (status !== 200) throw new Error(JSON.stringify(saved));
      return PatchedDraft.parse(saved);
    },
    lease: async (who: string, id: number, want: AskLease['want']) =>
      Lease.parse((await call(who, 'POST', `/${id}/lease`, { want })).body),
  };
}
