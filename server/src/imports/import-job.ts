import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { unfinishedImports } from './imports.sql.ts';
import { runImport } from './run-import.ts';
import { hasUpload, removeAbandoned, removeUpload, uploadPath } from './uploads.ts';

/** Takes an uploaded file in, or goes on where an earlier run was cut off. Doing it twice changes nothing. */
export async function runImportJob(
  services: Services,
  workspaceId: number,
  importId: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const path = uploadPath(services.config, workspaceId, importId);
  const row = await runImport(services, { workspaceId, importId, path, signal });
  services.log.info({ workspaceId, importId, state: row.state }, 'an import came to rest');
  if (row.state === 'done' || row.state === 'cancelled') await removeUpload(services.config, workspaceId, importId);
}

/** Has an uploaded file taken in by whoever works next. */
export const startImport = (services: Services, workspaceId: number, importId: number): Promise<void> =>
  services.enqueue('import', `${workspaceId}.${importId}`, { workspaceId, importId });

/** Starts again what an earlier process left unfinished. Imports of the command line are left to whoever typed them. */
export async function resumeUploads(services: Services, workspaceId: number): Promise<number[]> {
  await removeAbandoned(services.config);
  const unfinished = await inWorkspace(services.db, workspaceId, (trx) => unfinishedImports(trx, workspaceId));
  const here: number[] = [];
  for (const id of unfinished) if (await hasUpload(services.config, workspaceId, id)) here.push(id);
  for (const id of here) await startImport(services, workspaceId, id);
  return here;
}
