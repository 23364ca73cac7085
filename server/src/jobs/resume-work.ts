import { resumeUploads } from '../imports/import-job.ts';
import { refreshingSegments } from '../segments/segments.sql.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { destinationOf } from '../workspaces/clock.sql.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';

/** Asks again for long work that an earlier process did not finish; its rows say how far it came. */
export async function resumeWork(services: Services): Promise<void> {
  const { db, enqueue } = services;
  for (const workspaceId of await listWorkspaces(db)) {
    if ((await destinationOf(db, workspaceId)) !== null) await enqueue('travel', String(workspaceId), { workspaceId });
    for (const key of await inWorkspace(db, workspaceId, refreshingSegments))
      await enqueue('refresh_segment', `${workspaceId}.${key}`, { workspaceId, key });
    await resumeUploads(services, workspaceId);
  }
}
