import type { SaveWorkspace } from '@tabiji/shared/api/workspace.ts';
import { leavesOf } from '@tabiji/shared/conditions/parts.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { judgeBlackoutAgain } from '../messages/hold.sql.ts';
import { liveVersions } from '../journeys/versions.sql.ts';
import { listConditions, refreshAgain } from '../segments/segments.sql.ts';
import type { Services } from '../services.ts';
import { recountOrderDays } from './order-days.sql.ts';

/**
 * Brings up to date what hangs on the shop's zone and its ladder of CPM ranks (days with orders, segments, timers) and on
 * its days without promotions.
 */
export async function shopChanged(
  { db, enqueue, ring }: Pick<Services, 'db' | 'enqueue' | 'ring'>,
  workspaceId: number,
  change: SaveWorkspace,
): Promise<void> {
  if (change.rules !== undefined || change.timeZone !== undefined) {
    await inWorkspace(db, workspaceId, judgeBlackoutAgain);
    ring(workspaceId);
  }
  if (change.cpm === undefined && change.timeZone === undefined) return;
  const { segments, journeys } = await inWorkspace(db, workspaceId, async (trx, here) => {
    if (change.timeZone !== undefined) await recountOrderDays(trx, here);
    const ranked = (await listConditions(trx, here.id)).filter(({ condition }) =>
      leavesOf(condition).some((leaf) => 'cpm' in leaf),
    );
    const keys = ranked.map(({ key }) => key);
    await refreshAgain(trx, here.id, keys);
    return { segments: keys, journeys: await liveVersions(trx, here.id) };
  });
  for (const key of segments) await enqueue('refresh_segment', `${workspaceId}.${key}`, { workspaceId, key });
  for (const { journey } of journeys)
    await enqueue('plan_elapsed', `${workspaceId}.${journey}`, { workspaceId, journeyId: journey });
}
