import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { dropOldDraftNotes } from '../journeys/draft/draft-changes.sql.ts';
import { closeGone } from '../mailings/mailings.sql.ts';
import { hearReplies } from '../feedback/hear-replies.ts';
import { dropOldCalls } from '../feedback/resend/calls.sql.ts';
import { foldTally } from '../feedback/sender-health/tally.sql.ts';
import { dropUnusedBatches } from '../messages/pins.sql.ts';
import { dropStaleScratches } from '../replay/scratch.sql.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';

/** What must be done now and then: partitions for the coming months, counters folded into totals, remains of killed replays. */
export async function keepHouse(db: Db): Promise<void> {
  await sql`select ensure_partitions(3)`.execute(db);
  await dropStaleScratches(db);
  for (const id of await listWorkspaces(db)) {
    await hearReplies(db, id); // of a sender that died before it had heard them
    await inWorkspace(db, id, async (trx, here) => {
      await dropUnusedBatches(trx, here);
      await dropOldDraftNotes(trx, here);
      await closeGone(trx, here);
      await foldTally(trx, here);
      await dropOldCalls(trx, here);
      await sql`
        with folded as (delete from journey_delta where workspace_id = ${id} returning *),
        dated as (
          insert into journey_day (workspace_id, journey_id, day, version, kind, node, name, n)
          select workspace_id, journey_id, day, version, kind, node, name, sum(n)
            from folded where day is not null group by 1, 2, 3, 4, 5, 6, 7
              on conflict (workspace_id, journey_id, day, version, kind, node, name) do update
             set n = journey_day.n + excluded.n)
        insert into journey_total (workspace_id, journey_id, version, kind, node, name, n)
        select workspace_id, journey_id, version, kind, node, name, sum(n) from folded group by 1, 2, 3, 4, 5, 6
            on conflict (workspace_id, journey_id, version, kind, node, name) do update
           set n = journey_total.n + excluded.n`.execute(trx);
    });
  }
}
