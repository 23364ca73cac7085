import { sql } from 'kysely';
import type { ImportKind, ImportOptions, ImportRow } from '@tabiji/shared/api/imports.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

type State = ImportRow['state'];

/** An import as its runner sees it. */
export interface ImportWork {
  id: number;
  kind: ImportKind;
  file: string;
  state: State;
  options: ImportOptions;
  bytesTotal: number;
  /** Rows up to this line of the file have been stored. */
  line: number;
}

const COLUMNS = sql`id, kind, file, state, options, bytes_total as "bytesTotal", bytes_done as "bytesDone",
  rows_stored as "rowsStored", rows_unchanged as "rowsUnchanged", rows_refused as "rowsRefused", error,
  coalesce((checkpoint ->> 'line')::bigint, 0) as line, created_at as "createdAt", finished_at as "finishedAt"`;

type Selected = Omit<ImportRow, 'startJourneys' | 'createdAt' | 'finishedAt'> &
  ImportWork & { createdAt: Date; finishedAt: Date | null };

const toRow = ({ options, line: _line, createdAt, finishedAt, ...row }: Selected): ImportRow => ({
  ...row,
  startJourneys: options.startJourneys,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

export async function insertImport(
  trx: Trx,
  here: Here,
  one: { kind: ImportKind; file: string; options: ImportOptions; bytesTotal: number },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into import (workspace_id, kind, file, state, options, bytes_total, created_at)
    values (${here.id}, ${one.kind}, ${one.file}, 'waiting', ${JSON.stringify(one.options)}, ${one.bytesTotal},
            ${new Date(here.realNow)})
    returning id`.execute(trx);
  return rows[0]!.id;
}

export async function findImport(trx: Trx, workspaceId: number, id: number): Promise<ImportRow | undefined> {
  const { rows } = await sql<Selected>`
    select ${COLUMNS} from import where workspace_id = ${workspaceId} and id = ${id}`.execute(trx);
  return rows[0] && toRow(rows[0]);
}

/** The newest first. */
export async function listImports(trx: Trx, workspaceId: number, limit: number): Promise<ImportRow[]> {
  const { rows } = await sql<Selected>`
    select ${COLUMNS} from import where workspace_id = ${workspaceId} order by id desc limit ${limit}`.execute(trx);
  return rows.map(toRow);
}

/** The import, its row locked until the transaction ends. */
export async function lockImport(trx: Trx, workspaceId: number, id: number): Promise<ImportWork | undefined> {
  const { rows } = await sql<Selected>`
    select ${COLUMNS} from import where workspace_id = ${workspaceId} and id = ${id} for update`.execute(trx);
  return rows[0];
}

/** Imports that began, or were about to, and have not ended: what a server takes up again when it starts. */
export async function unfinishedImports(trx: Trx, workspaceId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from import where workspace_id = ${workspaceId} and state in ('waiting', 'running') order by id`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}

/** Moves an import to another state; an ended one loses what only its running needed. */
export async function setState(
  trx: Trx,
  here: Here,
  id: number,
  change: { state: State; error?: string },
): Promise<void> {
  const ended = change.state === 'done' || change.state === 'cancelled';
  const finishedAt = ended || change.state === 'failed' ? new Date(here.realNow) : null;
  await sql`
    update import set state = ${change.state}, error = ${change.error ?? null}, finished_at = ${finishedAt},
           bytes_done = case when ${change.state} = 'done' then bytes_total else bytes_done end
     where workspace_id = ${here.id} and id = ${id}`.execute(trx);
  if (ended) await sql`delete from import_row where workspace_id = ${here.id} and import_id = ${id}`.execute(trx);
}

/** Adds a batch to an import's numbers and moves its checkpoint. */
export async function moveOn(
  trx: Trx,
  workspaceId: number,
  id: number,
  by: { stored: number; unchanged: number; refused: number; bytes: number; line: number },
): Promise<void> {
  await sql`
    update import
       set rows_stored = rows_stored + ${by.stored}, rows_unchanged = rows_unchanged + ${by.unchanged},
           rows_refused = rows_refused + ${by.refused}, bytes_done = least(${by.bytes}, bytes_total),
           checkpoint = ${JSON.stringify({ line: by.line })}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(trx);
}
