import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import { integers, kinds, millis, texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Counted } from './tally.ts';
import { today } from './today.ts';

/** One pass, as the diary keeps it. */
export interface DiaryEntry {
  enrollmentId: number;
  visit: number;
  at: Millis;
  /** JSON of the pass's steps. */
  steps: string;
}

/** One diary row per pass. That a pass is written once is guarded by the visit counter of its enrollment. */
export async function writeDiary(
  trx: Trx,
  workspaceId: number,
  receivedAt: Millis,
  entries: readonly DiaryEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.toSorted((a, b) => a.enrollmentId - b.enrollmentId); // neighbours share pages of the index
  const { distinct, which } = kinds(rows, ({ at, steps }) => `${at} ${steps}`);
  await sql`
    insert into diary (workspace_id, enrollment_id, visit, at, received_at, steps)
    select ${workspaceId}, d.enrollment, d.visit, at_ms(k.at), ${new Date(receivedAt)}, k.steps
      from unnest(${integers(rows.map((e) => e.enrollmentId))}::bigint[], ${integers(rows.map((e) => e.visit))}::int[],
                  ${integers(which)}::int[]) as d(enrollment, visit, which)
      join unnest(${millis(distinct.map((e) => e.at))}::bigint[], ${texts(distinct.map((e) => e.steps))}::json[])
             with ordinality as k(at, steps, n) on k.n = d.which`.execute(trx);
}

/** Appends counters as rows that housekeeping folds into totals. */
export async function writeCounts(trx: Trx, here: Here, sums: readonly Counted[]): Promise<void> {
  if (sums.length === 0) return;
  const day = today(here);
  await trx
    .insertInto('journey_delta')
    .values(sums.map(({ journey, ...row }) => ({ workspace_id: here.id, journey_id: journey, day, ...row })))
    .execute();
}
