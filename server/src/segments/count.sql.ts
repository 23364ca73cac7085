import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { ConditionSql } from './to-sql.ts';

export interface Counted {
  count: number;
  total: number;
  /** Newest first. */
  sampleIds: number[];
}

/**
 * From here to the transaction's end no statement may take longer. Counting reads whole tables and joins them once:
 * without nested loops it takes as long right after an import, when the planner knows nothing of the new rows, as
 * ever; and compiling its plan would gain nothing.
 */
export async function limitStatements(trx: Trx, milliseconds: number): Promise<void> {
  await sql`
    select set_config('statement_timeout', ${String(milliseconds)}, true), set_config('enable_nestloop', 'off', true),
           set_config('jit', 'off', true)`.execute(trx);
}

/** How many customers meet a condition, of how many, and the newest few of them. */
export async function countMet(
  trx: Trx,
  workspaceId: number,
  { joins, met }: ConditionSql,
  samples: number,
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    with met as materialized (
      select c.id from customer c ${joins}
       where c.workspace_id = ${workspaceId} and c.merged_into is null and ${met})
    select (select count(*) from met) as count,
           (select count(*) from customer where workspace_id = ${workspaceId} and merged_into is null) as total,
           array(select id from met order by id desc limit ${samples})::float8[] as "sampleIds"`.execute(trx);
  return rows[0]!;
}

/** Customers by id, newest first. */
export const samplesOf = (trx: Trx, workspaceId: number, ids: readonly number[]) =>
  trx
    .selectFrom('customer')
    .select(['id', 'external_id', 'last_name', 'first_name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids as number[]}::bigint[])`)
    .orderBy('id', 'desc')
    .execute();

/** Ids of all who meet a condition, ascending. */
export async function idsMet(trx: Trx, workspaceId: number, { joins, met }: ConditionSql): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from customer c ${joins}
     where c.workspace_id = ${workspaceId} and c.merged_into is null and ${met} order by c.id`.execute(trx);
  return rows.map(({ id }) => id);
}
