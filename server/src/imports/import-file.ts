import type { ImportKind, ImportOptions, ImportRow } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { listWorkspaces } from '../workspaces/workspaces.sql.ts';
import { filePieces } from './file-pieces.ts';
import { findImport, insertImport, lockImport, setState } from './imports.sql.ts';
import { openFacts } from './open-facts.ts';
import { type ImportRun, requireFields, runImport } from './run-import.ts';
import { writeRefusals } from './write-refusals.ts';

export interface FileImport extends Pick<ImportRun, 'path' | 'signal' | 'onProgress' | 'onTrouble'> {
  kind: ImportKind;
  options: ImportOptions;
  /** The first one when absent. */
  workspaceId: number | undefined;
  /** An import that was cut off, to be gone on with. */
  resume: number | undefined;
}

/**
 * Takes in a file where it lies, and writes its refused rows beside it.
 * @returns the import as it came to rest, and where its refused rows are
 * @throws AppError when it cannot begin: no such file, workspace or import, a file that cannot be read
 */
export async function importFile(
  services: Services,
  about: FileImport,
): Promise<{ row: ImportRow; refusedFile: string | null }> {
  const workspaceId = about.workspaceId ?? (await listWorkspaces(services.db))[0];
  if (workspaceId === undefined) {
    throw new AppError('not_found', 'There is no workspace yet. Start Tabiji once: pnpm start');
  }
  const importId = await (about.resume === undefined ? begin : goOn)(services, workspaceId, about);
  let row = await runImport(services, { ...about, workspaceId, importId });
  if (row.state === 'running') {
    row = await inWorkspace(services.db, workspaceId, async (trx, here) => {
      await setState(trx, here, importId, { state: 'failed', error: 'The import was stopped.' });
      return (await findImport(trx, workspaceId, importId)) ?? row;
    });
  }
  return { row, refusedFile: await writeRefusals(services.db, row, workspaceId, `${about.path}.refused.csv`) };
}

/** Looks at the file before anything is written, so that a wrong one leaves nothing behind. */
async function begin(services: Services, workspaceId: number, about: FileImport): Promise<number> {
  const { kind, options } = about;
  const file = await openFacts(filePieces(about.path), kind, options, 'UTC');
  await file.close();
  requireFields(kind, file, options);
  const { size } = await stat(about.path);
  return await inWorkspace(services.db, workspaceId, (trx, here) =>
    insertImport(trx, here, { kind, options, file: path.basename(about.path), bytesTotal: size }),
  );
}

async function goOn(services: Services, workspaceId: number, about: FileImport): Promise<number> {
  const id = about.resume ?? 0;
  const work = await inWorkspace(services.db, workspaceId, (trx) => lockImport(trx, workspaceId, id));
  if (!work) throw new AppError('not_found', `There is no import ${id} in workspace ${workspaceId}.`);
  if (work.state === 'done' || work.state === 'cancelled') {
    throw new AppError('refused', `Import ${id} has ended (${work.state}). Import the file again without --resume.`);
  }
  const { size } = await stat(about.path).catch((cause: unknown) => {
    throw new AppError('not_found', `There is no file ${about.path}.`, { cause });
  });
  if (work.kind !== about.kind || work.bytesTotal !== size) {
    const was = `${work.kind} from "${work.file}" (${work.bytesTotal} bytes)`;
    throw new AppError('refused', `Import ${id} was of ${was}; this is another file. Import it without --resume.`);
  }
  return id;
}
