import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { columns, type Due, dueOf, joins, type Raw } from './due-mail.sql.ts';

/** A mail without an hour, with all that is needed to judge and write it. */
export type Waiting = Due & { templateName: string };

/** Which of a journey's mails that wait for somebody: these, or the next by number. */
export type Which = { ids: readonly number[] } | { after: number; limit: number };

/** Reads a journey's mails that wait for its release, or its resume. Rides outbox_frozen. */
export async function readWaiting(trx: Trx, here: Here, journeyId: number, which: Which): Promise<Waiting[]> {
  const chosen =
    'ids' in which
      ? sql`and id = any(${which.ids as number[]}::bigint[]) order by id`
      : sql`and id > ${which.after} order by id limit ${which.limit}`;
  const { rows } = await sql<Raw & { template_name: string | null }>`
    with waiting as materialized (
      select * from outbox
       where workspace_id = ${here.id} and journey_id = ${journeyId} and hold_until = 'infinity' ${chosen})
    select ${columns}, o.fence, o.attempts, o.first_attempt_at,
           (select name from template t where t.workspace_id = ${here.id} and t.key = o.template) as template_name
      from waiting o ${joins(here)} order by o.id`.execute(trx);
  return rows.map((row) => ({ ...dueOf(row), templateName: row.template_name ?? row.template }));
}

/** How many of a journey's mails wait for its release, or its resume. Reads nothing but an index. */
export async function countWaiting(trx: Trx, here: Here, journeyId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from outbox
     where workspace_id = ${here.id} and journey_id = ${journeyId} and hold_until = 'infinity'`.execute(trx);
  return rows[0]!.n;
}

/**
 * Has mails that nobody has seen yet written by the version that was just published, where it still sends them: whoever
 * mended what they looked at wants the mended words to go. A mail that may have been accepted once repeats what it said.
 */
export async function rewriteWaiting(
  trx: Trx,
  here: Here,
  journeyId: number,
  { version, templates }: { version: number; templates: Readonly<Record<string, number>> },
): Promise<void> {
  await sql`
    update outbox o set version = ${version}, template_version = t.id
      from unnest(${Object.keys(templates)}::text[], ${Object.values(templates)}::int[]) as t(key, id), enrollment e
     where o.workspace_id = ${here.id} and o.journey_id = ${journeyId} and o.hold_until = 'infinity'
       and o.first_attempt_at is null and o.template = t.key
       and e.workspace_id = ${here.id} and e.id = o.enrollment_id and e.visit = o.visit and e.version = ${version}`.execute(
    trx,
  );
}
