import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { ConditionSql } from './to-sql.ts';

export interface CountRow {
  count: number;
  total: number;
  samples: { id: number; external_id: string; last_name: string | null; first_name: string | null }[];
}

/** From here to the transaction's end no statement may take longer; counting gains nothing from compiling its plan. */
export async function limitStatements(trx: Trx, milliseconds: number): Promise<void> {
  await sql`
    select set_config('statement_timeout', ${String(milliseconds)}, true), set_config('jit', 'off', true)`.execute(trx);
}

/** How many customers meet a condition, of how many, and the newest few of them. */
export async function countMet(
  trx: Trx,
  workspaceId: number,
  { joins, met }: ConditionSql,
  samples: number,
): Promise<CountRow> {
  const { rows } = await sql<CountRow>`
    with met as materialized (
      select c.id from customer c ${joins}
       where c.workspace_id = ${workspaceId} and c.merged_into is null and ${met})
    select (select count(*) from met) as count,
           (select count(*) from customer where workspace_id = ${workspaceId} and merged_into is null) as total,
           (select coalesce(json_agg(json_build_object('id', s.id, 'external_id', s.external_id,
                                                       'last_name', s.last_name, 'first_name', s.first_name)), '[]')
              from (select id, external_id, last_name, first_name from customer
                     where workspace_id = ${workspaceId} and id in (select id from met order by id desc limit ${samples})
                     order by id desc) as s) as samples`.execute(trx);
  return rows[0]!;
}

/** Ids of all who meet a condition, ascending. */
export async function idsMet(trx: Trx, workspaceId: number, { joins, met }: ConditionSql): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from customer c ${joins}
     where c.workspace_id = ${workspaceId} and c.merged_into is null and ${met} order by c.id`.execute(trx);
  return rows.map(({ id }) => id);
}
