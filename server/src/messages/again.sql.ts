import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** A mail that was not accepted for certain, or whose fate is unknown and whose key makes asking again safe. */
export interface Again {
  id: number;
  fence: number;
  because: string;
  afterMs: number;
  /** It may have been accepted: the time of the first such attempt stays. */
  uncertain: boolean;
  /** It was put back without having been tried. */
  untried: boolean;
  /** A request that it shared was refused: from now on it goes in one of its own. */
  alone?: boolean;
  /** It keeps its place in line: nothing was wrong with it, its sender was told to stop. */
  keepsPlace?: boolean;
  /** It waits there for its turn, however long that takes; the lowest rank goes first. */
  line?: { name: string; rank: number };
}

/** Gives mails back for a later attempt. */
export async function putBack(trx: Trx, here: Here, rows: readonly Again[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update outbox o
       set status = 'queued', lease_until = null, error = r.because,
           retry_at = case when r.line is not null then 'infinity' when r.keeps_place then o.retry_at
                           else ${new Date(here.realNow)}::timestamptz + r.after_ms * interval '1 millisecond' end,
           attempts = o.attempts - case when r.untried then 1 else 0 end,
           first_attempt_at = case when r.uncertain then o.first_attempt_at end,
           line = case when r.keeps_place then o.line else r.line end,
           line_rank = case when r.keeps_place then o.line_rank else r.line_rank end,
           -- what was never tried need not be repeated
           pinned = case when r.uncertain or not r.untried then o.pinned end,
           batch = case when r.uncertain or not r.untried then o.batch end, alone = o.alone or r.alone
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.fence)}::bigint[],
                  ${rows.map((r) => r.because)}::text[], ${rows.map((r) => Math.round(r.afterMs))}::bigint[],
                  ${rows.map((r) => r.uncertain)}::bool[], ${rows.map((r) => r.untried)}::bool[],
                  ${rows.map((r) => r.keepsPlace ?? false)}::bool[], ${rows.map((r) => r.line?.name ?? null)}::text[],
                  ${rows.map((r) => r.line?.rank ?? null)}::int[], ${rows.map((r) => r.alone ?? false)}::bool[])
           as r(id, fence, because, after_ms, uncertain, untried, keeps_place, line, line_rank, alone)
     where o.workspace_id = ${here.id} and o.id = r.id and o.fence = r.fence`.execute(trx);
}
