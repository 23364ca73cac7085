import { sql } from 'kysely';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Author } from './author.ts';

export interface DraftChange {
  rev: number;
  tab: string | null;
  person: Person | null;
  labels: Words[];
  patches: Patch[];
}

/** Notes a change of a draft. */
export async function insertChange(
  trx: Trx,
  here: Here,
  journeyId: number,
  { rev, labels, patches, person, tab }: Omit<DraftChange, keyof Author> & Author,
): Promise<void> {
  await trx
    .insertInto('draft_change')
    .values({
      workspace_id: here.id,
      journey_id: journeyId,
      rev,
      at: new Date(here.realNow),
      tab,
      person: person && JSON.stringify(person),
      labels: JSON.stringify(labels),
      patches: JSON.stringify(patches),
    })
    .execute();
}

/** What was changed after revision `base`, oldest first. */
export const listChangesSince = (
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  base: number,
): Promise<DraftChange[]> =>
  trx
    .selectFrom('draft_change')
    .select(['rev', 'tab', 'person', 'labels', 'patches'])
    .where('workspace_id', '=', workspaceId)
    .where('journey_id', '=', journeyId)
    .where('rev', '>', base)
    .orderBy('rev')
    .execute();

/** Changes are kept for a month, the last 500 of each draft; whoever was away for longer chooses by hand. */
const KEPT = { changes: 500, days: 30 };

/** Takes away changes and leases that nobody will ask for. */
export async function dropOldDraftNotes(trx: Trx, here: Here): Promise<void> {
  const now = new Date(here.realNow);
  await sql`
    delete from draft_change c using journey j
     where c.workspace_id = ${here.id} and j.workspace_id = c.workspace_id and j.id = c.journey_id
       and (c.rev <= j.draft_rev - ${KEPT.changes}::int or c.at < ${now}::timestamptz - make_interval(days => ${KEPT.days}::int))`.execute(
    trx,
  );
  await sql`
    delete from draft_lease
     where workspace_id = ${here.id} and until < ${now}::timestamptz - interval '1 hour'`.execute(trx);
}
