import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { CountKind } from '../db/tables/journey.ts';

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
  await sql`
    insert into diary (workspace_id, enrollment_id, visit, at, received_at, steps)
    select ${workspaceId}, d.enrollment, d.visit, d.at, ${new Date(receivedAt)}, d.steps
      from unnest(${entries.map((e) => e.enrollmentId)}::bigint[], ${entries.map((e) => e.visit)}::int[],
                  ${entries.map((e) => new Date(e.at))}::timestamptz[], ${entries.map((e) => e.steps)}::jsonb[])
           as d(enrollment, visit, at, steps)`.execute(trx);
}

/** Counts of one chunk, summed before they are written: never one row per customer. */
export class Tally {
  readonly #counts = new Map<
    string,
    { journey: number; version: number; kind: CountKind; node: string; name: string; n: number }
  >();

  /** Adds `n` to what a node, a port, a reason or a template is counted by. */
  add(where: { journey: number; version: number }, kind: CountKind, node: string, name = '', n = 1): void {
    const key = `${where.journey}\n${where.version}\n${kind}\n${node}\n${name}`;
    const known = this.#counts.get(key);
    if (known) known.n += n;
    else this.#counts.set(key, { journey: where.journey, version: where.version, kind, node, name, n });
  }

  /** Appends the sums as rows that housekeeping folds into totals. */
  async write(trx: Trx, workspaceId: number): Promise<void> {
    if (this.#counts.size === 0) return;
    await trx
      .insertInto('journey_delta')
      .values(
        [...this.#counts.values()].map(({ journey, ...row }) => ({
          workspace_id: workspaceId,
          journey_id: journey,
          ...row,
        })),
      )
      .execute();
  }
}
