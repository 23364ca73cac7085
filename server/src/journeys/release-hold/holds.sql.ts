import type { ReleaseStanding } from '@tabiji/shared/api/release.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

/** Has a journey's mails wait from the commit on; `first` null: they go by themselves again. */
export async function setHoldFirst(trx: Trx, here: Here, journeyId: number, first: number | null): Promise<void> {
  await trx
    .updateTable('journey')
    .set({ hold_first: first })
    .where('workspace_id', '=', here.id)
    .where('id', '=', journeyId)
    .execute();
}

/** Keeps that a hold begins, or that it is meant for another number of mails now. */
export async function beginHold(
  trx: Trx,
  here: Here,
  hold: { journeyId: number; version: number; first: number; by: string | null },
): Promise<void> {
  const { journeyId: journey_id, version, first, by } = hold;
  await trx
    .insertInto('release_hold')
    .values({ workspace_id: here.id, journey_id, version, first, held_at: new Date(here.now), held_by: by })
    .onConflict((open) =>
      open.columns(['workspace_id', 'journey_id']).where('ended_at', 'is', null).doUpdateSet({ first }),
    )
    .execute();
}

/** Keeps who ended the hold that is in force, and how many mails had gathered. */
export async function endHold(
  trx: Trx,
  here: Here,
  journeyId: number,
  end: { outcome: 'released' | 'stopped'; mails: number; by: string | null; note: string | null },
): Promise<void> {
  await trx
    .updateTable('release_hold')
    .set({ ended_at: new Date(here.now), ended_by: end.by, outcome: end.outcome, mails: end.mails, note: end.note })
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .where('ended_at', 'is', null)
    .execute();
}

/** The hold that is in force, and those before, the newest first. */
export async function listHolds(
  trx: Trx,
  here: Here,
  journeyId: number,
): Promise<Pick<ReleaseStanding, 'hold' | 'earlier'>> {
  const rows = await trx
    .selectFrom('release_hold')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .orderBy('id', 'desc')
    .limit(11)
    .execute();
  const open = rows.find(({ ended_at }) => ended_at === null);
  return {
    hold: open ? begunOf(open) : null,
    earlier: rows
      .flatMap((row) =>
        row.ended_at === null
          ? []
          : {
              ...begunOf(row),
              endedAt: row.ended_at.toISOString(),
              endedBy: row.ended_by,
              outcome: row.outcome ?? ('released' as const),
              mails: row.mails ?? 0,
              note: row.note,
            },
      )
      .slice(0, 10),
  };
}

const begunOf = (row: { version: number; first: number; held_at: Date; held_by: string | null }) => ({
  version: row.version,
  first: row.first,
  at: row.held_at.toISOString(),
  by: row.held_by,
});
