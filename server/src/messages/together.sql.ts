import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { isFree, lease } from './claim.sql.ts';
import type { Due } from './due-mail.sql.ts';
import { CLAIM_MS } from './due.ts';

/** Mails that were asked for in one request, which may have been accepted. */
export interface Shared {
  /** The request's. */
  key: string;
  due: Due[];
}

const LOOK_AGAIN_MS = 1000;
const AT_ONCE = 5;

/**
 * Leases all mails of a request that may have been accepted, once all that are left of it are due and in nobody's hands:
 * under its key they are asked for together or not at all. Waits for nobody.
 */
export async function claimShared(trx: Trx, here: Here, mark: boolean): Promise<Shared | undefined> {
  const { rows } = await sql<{ id: number; key: string }>`
    select id, key from outbox_batch
     where workspace_id = ${here.id} and retry_at <= ${new Date(here.realNow)}
     order by retry_at limit ${AT_ONCE} for update skip locked`.execute(trx);
  for (const { id, key } of rows) {
    const due = await claimWhole(trx, here, id, mark);
    if (due) return { key, due };
  }
  return undefined;
}

async function claimWhole(trx: Trx, here: Here, batch: number, mark: boolean): Promise<Due[] | undefined> {
  const isMember = sql`
    o.workspace_id = ${here.id} and o.batch = ${batch} and o.first_attempt_at is not null and o.id = any(
      (select members from outbox_batch where workspace_id = ${here.id} and id = ${batch})::bigint[])`;
  // whose turn had come when it was asked for need not wait for it again
  const isDueOrWaited = sql`(o.retry_at <= ${new Date(here.realNow)} or o.line is not null)`;
  const { rows } = await sql<{ there: number; mine: number }>`
    with mine as materialized (
      select o.id from outbox o where ${isMember} and ${isDueOrWaited} and ${isFree(here)} order by o.id for update skip locked)
    select (select count(*)::int from outbox o where ${isMember}) as there, count(*)::int as mine from mine`.execute(
    trx,
  );
  const { there = 0, mine = 0 } = rows[0] ?? {};
  if (there === 0) {
    await sql`delete from outbox_batch where workspace_id = ${here.id} and id = ${batch}`.execute(trx);
    return undefined;
  }
  const isWhole = mine === there;
  const next = new Date(here.realNow + (isWhole ? CLAIM_MS : LOOK_AGAIN_MS));
  await sql`
    update outbox_batch set retry_at = ${next} where workspace_id = ${here.id} and id = ${batch}`.execute(trx);
  if (!isWhole) return undefined;
  const due = sql`due as (select o.id, o.first_attempt_at, o.batch, false as joins from outbox o where ${isMember})`;
  return lease(trx, here, { due, mark, otherwise: sql`o.batch` });
}
