import type { Approval } from '@tabiji/shared/api/reviews.ts';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import { type Selectable, sql } from 'kysely';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import type { ApprovalTable } from '../../db/tables/publishing.ts';
import { nextRowNumbers } from '../../db/numbers.sql.ts';
import type { Reviewed } from './content.ts';

export type ApprovalRow = Selectable<ApprovalTable>;

/** Somebody who asks or answers; programs give a name alone. */
export interface Somebody {
  id: string | null;
  name: string | null;
}

export const somebody = (person: Person | null, name?: string): Somebody => ({
  id: name === undefined || name === person?.name ? (person?.id ?? null) : null,
  name: name ?? (person?.name || null),
});

export interface NewApproval {
  did: ApprovalTable['did'];
  by: Somebody;
  reviewer?: string | undefined;
  text?: string | undefined;
  version?: number | undefined;
}

/** Adds an entry about a draft as it is now. What is asked or decided keeps the whole of what it is about. */
export async function addApproval(
  trx: Trx,
  here: Here,
  about: { journeyId: number; rev: number; reviewed: Reviewed },
  { did, by, reviewer, text, version }: NewApproval,
): Promise<void> {
  const [id] = await nextRowNumbers(trx, 1);
  const keeps = did !== 'said' && did !== 'published';
  await trx
    .insertInto('approval')
    .values({
      workspace_id: here.id,
      id: id!,
      journey_id: about.journeyId,
      did,
      rev: about.rev,
      hash: about.reviewed.hash,
      content: keeps ? JSON.stringify(about.reviewed.content) : null,
      by_id: by.id,
      by_name: by.name,
      reviewer: reviewer ?? null,
      text: text || null,
      version: version ?? null,
      at: new Date(here.now),
    })
    .execute();
}

/** What was said since the last publish, in order. */
export async function openApprovals(trx: Trx, here: Here, journeyId: number): Promise<ApprovalRow[]> {
  return trx
    .selectFrom('approval')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .where(
      'id',
      '>',
      sql<number>`coalesce((select max(p.id) from approval p
        where p.workspace_id = ${here.id} and p.journey_id = ${journeyId} and p.did = 'published'), 0)`,
    )
    .orderBy('id')
    .execute();
}

/** Everything that was ever asked, said and decided, in order; each entry with the version it led to. */
export async function listApprovals(trx: Trx, here: Here, journeyId: number): Promise<Approval[]> {
  const rows = await trx
    .selectFrom('approval')
    .select(['did', 'at', 'by_name', 'text', 'hash', 'version'])
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .orderBy('id')
    .execute();
  return rows.map(({ did, at, by_name: by, text, hash }, i) => ({
    did,
    at: at.toISOString(),
    by,
    text,
    hash,
    version: rows.slice(i).find((later) => later.did === 'published')?.version ?? null,
  }));
}

/** Whether the workspace demands an approval, and whether people may give it to themselves. */
export async function rulesOf(trx: Trx, here: Here): Promise<{ required: boolean; alone: boolean }> {
  return trx
    .selectFrom('workspace')
    .select(['review_required as required', 'review_alone as alone'])
    .where('id', '=', here.id)
    .executeTakeFirstOrThrow();
}
