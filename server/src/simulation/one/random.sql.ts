import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import type { ConditionSql } from '../../segments/to-sql.ts';

/**
 * Some customer who meets a condition (all do when it is null): the nth of them by id.
 * @param share of them that come before, at least 0 and less than 1
 */
export async function someoneMeeting(
  trx: Trx,
  workspaceId: number,
  condition: ConditionSql | null,
  share: number,
): Promise<number | undefined> {
  const { joins, met } = condition ?? { joins: sql``, met: sql`true` };
  const { rows } = await sql<{ id: number }>`
    with met as materialized (
      select c.id from customer c ${joins}
       where c.workspace_id = ${workspaceId} and c.merged_into is null and ${met}
       order by c.id limit 100000)
    select id from met offset (select floor(count(*) * ${share}::float8)::int from met) limit 1`.execute(trx);
  return rows[0]?.id;
}
