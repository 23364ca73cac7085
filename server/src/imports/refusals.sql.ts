import { sql } from 'kysely';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Trx } from '../db/database.ts';
import { storable } from '../db/storable.ts';

/** A row that was not taken in, with the reason in both languages. */
export interface RefusedRow {
  line: number;
  reason: Words;
  row: string;
}

export async function insertRefusals(
  trx: Trx,
  workspaceId: number,
  importId: number,
  refused: readonly RefusedRow[],
): Promise<void> {
  if (refused.length === 0) return;
  await sql`
    insert into import_refusal (workspace_id, import_id, line, reason, content)
    select ${workspaceId}, ${importId}, r.line, r.reason, r.content
      from unnest(${refused.map(({ line }) => line)}::bigint[], ${refused.map(({ reason }) => JSON.stringify(reason))}::text[],
                  ${refused.map(({ row }) => storable(row))}::text[]) as r(line, reason, content)
        on conflict do nothing`.execute(trx);
}

/** Refused rows in the order of the file, after the line `after`. */
export async function listRefusals(
  trx: Trx,
  workspaceId: number,
  importId: number,
  page: { after: number; limit: number },
): Promise<RefusedRow[]> {
  const { rows } = await sql<{ line: number; reason: string; content: string }>`
    select line, reason, content from import_refusal
     where workspace_id = ${workspaceId} and import_id = ${importId} and line > ${page.after}
     order by line limit ${page.limit}`.execute(trx);
  return rows.map(({ line, reason, content }) => ({ line, reason: JSON.parse(reason) as Words, row: content }));
}
