import type { ImportKind, ImportOptions, ImportRow } from '@tabiji/shared/api/imports.ts';
import { rename } from 'node:fs/promises';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { filePieces } from './file-pieces.ts';
import { findImport, insertImport } from './imports.sql.ts';
import { openFacts } from './open-facts.ts';
import { requireFields } from './run-import.ts';
import { type Received, uploadPath } from './uploads.ts';

/**
 * Makes an import of a file that has arrived, once it is clear that it can be read at all.
 * @throws AppError `invalid` when it cannot: no table, unknown columns, required fields without a column
 */
export async function acceptUpload(
  services: Services,
  workspaceId: number,
  received: Received,
  about: { kind: ImportKind; file: string; options: ImportOptions },
): Promise<ImportRow> {
  const { kind, options } = about;
  const file = await openFacts(filePieces(received.path), kind, options, 'UTC');
  await file.close();
  requireFields(kind, file, options);
  return await inWorkspace(services.db, workspaceId, async (trx, here) => {
    const id = await insertImport(trx, here, { ...about, bytesTotal: received.size });
    await rename(received.path, uploadPath(services.config, workspaceId, id));
    const row = await findImport(trx, workspaceId, id);
    if (!row) throw new Error(`import ${id} was inserted and cannot be read`);
    return row;
  });
}
