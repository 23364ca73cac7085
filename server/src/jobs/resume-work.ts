import { resumeUploads } from '../imports/import-job.ts';
import { planningJourneys } from '../journeys/journeys.sql.ts';
import { changingJourneys } from '../journeys/life.sql.ts';
import { refreshingSegments } from '../segments/segments.sql.ts';
import { takingJourneys } from '../journeys/take-in.sql.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { destinationOf } from '../workspaces/clock.sql.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';

const AGAIN_MS = 5_000;

/** Asks again for long work that an earlier process did not finish; its rows say how far it came. */
export async function resumeWork(services: Services): Promise<void> {
  await resumeLostJobs(services);
  for (const workspaceId of await listWorkspaces(services.db)) await resumeUploads(services, workspaceId);
}

/** Work whose job may be asked for at any time: while it is under way, a second one changes nothing. */
async function resumeLostJobs({ db, enqueue }: Services): Promise<void> {
  for (const workspaceId of await listWorkspaces(db)) {
    if ((await destinationOf(db, workspaceId)) !== null) await enqueue('travel', String(workspaceId), { workspaceId });
    for (const journeyId of await inWorkspace(db, workspaceId, changingJourneys))
      await enqueue('change_journey', `${workspaceId}.${journeyId}`, { workspaceId, journeyId });
    for (const key of await inWorkspace(db, workspaceId, refreshingSegments))
      await enqueue('refresh_segment', `${workspaceId}.${key}`, { workspaceId, key });
    for (const journeyId of await inWorkspace(db, workspaceId, takingJourneys))
      await enqueue('take_in', `${workspaceId}.${journeyId}`, { workspaceId, journeyId });
    for (const journeyId of await inWorkspace(db, workspaceId, planningJourneys))
      await enqueue('plan_elapsed', `${workspaceId}.${journeyId}`, { workspaceId, journeyId });
  }
}

/** Asks now and then for work that is to be done and whose job may have been lost. Stopped by disposing of it. */
export function keepResuming(services: Services): AsyncDisposable {
  let under: Promise<void> | undefined;
  const timer = setInterval(() => {
    under ??= resumeLostJobs(services)
      .catch((error: unknown) => services.log.warn({ err: error }, 'looking for lost jobs failed; it is tried again'))
      .finally(() => (under = undefined));
  }, AGAIN_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await under;
    },
  };
}
