import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { galleryJourney } from '../journeys/gallery.ts';
import { insertJourney } from '../journeys/journeys.sql.ts';
import { planForEverybody } from '../journeys/plan-elapsed.ts';
import { publish } from '../journeys/publish.ts';
import { refreshSegment } from '../segments/refresh.ts';
import { DEMO_SEGMENTS } from './segments.ts';
import { addSegment, journeyNames } from './seeding.sql.ts';

/** Journeys of the gallery that run in the demo; lists show the last one first. */
const RUNNING = ['win-back-dormant', 'arrival-follow', 'f2-second-purchase'] as const;
/** One that lies there as a draft. */
const DRAFT = 'vip-welcome';

/** Segments for everybody who is there, and journeys for everybody who comes. Done again it changes nothing. */
export async function openShop(db: Db, workspaceId: number): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx, here) => {
    for (const segment of DEMO_SEGMENTS) await addSegment(trx, here, segment);
  });
  for (const { key } of DEMO_SEGMENTS) await refreshSegment(db, workspaceId, key);
  await putUp(db, workspaceId, DRAFT, false);
  for (const key of RUNNING) await planForEverybody(db, workspaceId, await putUp(db, workspaceId, key, true));
}

async function putUp(db: Db, workspaceId: number, key: string, run: boolean): Promise<number> {
  const graph = await galleryJourney(key);
  return await inWorkspace(db, workspaceId, async (trx, here) => {
    const known = (await journeyNames(trx, here)).get(graph.name);
    if (known !== undefined) return known;
    const id = await insertJourney(trx, here, graph);
    if (run) await publish(trx, here, id, 1);
    return id;
  });
}
