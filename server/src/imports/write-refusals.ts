import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { REFUSALS_HEAD, refusalLine } from './csv.ts';
import { listRefusals } from './refusals.sql.ts';

const ROWS_AT_ONCE = 1_000;

/** All refused rows of an import as a file for a spreadsheet, piece by piece. */
export async function* refusalsFile(
  db: Db,
  workspaceId: number,
  importId: number,
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(REFUSALS_HEAD[locale]);
  for (let after = 0; ;) {
    const from = after;
    const rows = await inWorkspace(db, workspaceId, (trx) =>
      listRefusals(trx, workspaceId, importId, { after: from, limit: ROWS_AT_ONCE }),
    );
    if (rows.length === 0) return;
    yield Buffer.from(rows.map((row) => refusalLine(row, locale)).join(''));
    after = rows.at(-1)?.line ?? after;
  }
}

/** Writes an import's refused rows, in the workspace's language; without any, a file of an earlier run is removed. */
export async function writeRefusals(db: Db, row: ImportRow, workspaceId: number, file: string): Promise<string | null> {
  if (row.rowsRefused === 0) {
    await rm(file, { force: true });
    return null;
  }
  const { locale } = await inWorkspace(db, workspaceId, (_, here) => Promise.resolve(here));
  await pipeline(refusalsFile(db, workspaceId, row.id, locale), createWriteStream(file));
  return file;
}
