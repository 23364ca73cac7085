import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { CLAIM_MS, type Pinned } from './due.ts';
import { pack, type Packed, unpack } from './packed.ts';
import type { Parts } from './parts.ts';

/** The mails that were claimed for the first time by one statement. */
export interface NewBatch {
  id: number;
  /** All of them, also those that are refused. */
  mails: number;
  /** Of the one request in which all that is pinned with it is asked for; absent where each mail has its own. */
  key?: string | undefined;
}

export interface Pin {
  id: number;
  pinned: Pinned;
  /** From which it follows; absent where it was pinned before. */
  parts?: Parts | undefined;
  batch?: NewBatch | undefined;
}

/**
 * Keeps what a retry must repeat: one row for all mails of a claim. A mail of an earlier claim that was broken off before
 * it was pinned keeps it in its own row.
 */
export async function pin(trx: Trx, here: Here, rows: readonly Pin[]): Promise<void> {
  const batch = rows.find((row) => row.batch)?.batch;
  const together = rows.filter((row) => row.batch);
  if (batch) {
    const pinned = JSON.stringify(pack(together));
    await sql`
      insert into outbox_batch (workspace_id, id, made_at, mails, pinned, key, members, retry_at)
      select ${here.id}, ${batch.id}, ${new Date(here.realNow)}, ${batch.mails}, ${pinned}, r.key,
             case when r.key is not null then ${together.map(({ id }) => id)}::bigint[] end,
             case when r.key is not null then ${new Date(here.realNow + CLAIM_MS)}::timestamptz end
        from (select ${batch.key ?? null}::text as key) r`.execute(trx);
  }
  for (const { id, pinned } of rows.filter((row) => !row.batch)) {
    await sql`
      update outbox set pinned = ${JSON.stringify(pinned)}::jsonb
       where workspace_id = ${here.id} and id = ${id}`.execute(trx);
  }
}

/** What was pinned by earlier claims, by outbox id. */
export async function findPinned(trx: Trx, here: Here, batches: readonly number[]): Promise<Map<number, Pinned>> {
  if (batches.length === 0) return new Map();
  const { rows } = await sql<{ pinned: string }>`
    select pinned from outbox_batch
     where workspace_id = ${here.id} and id = any(${[...new Set(batches)]}::bigint[])`.execute(trx);
  return new Map(rows.flatMap(({ pinned }) => unpack(JSON.parse(pinned) as Packed, here)));
}

/** Batches whose mails left the outbox without passing by the archive of the sender, as cancelled ones do. */
export async function dropUnusedBatches(trx: Trx, here: Here): Promise<void> {
  await sql`
    delete from outbox_batch b
     where b.workspace_id = ${here.id} and b.made_at < ${new Date(here.realNow)}::timestamptz - interval '1 minute'
       and not exists (select from outbox o where o.workspace_id = ${here.id} and o.batch = b.id)`.execute(trx);
}
