import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { startImport } from './import-job.ts';
import { findImport, lockImport, setState } from './imports.sql.ts';
import { hasUpload, removeUpload } from './uploads.ts';

type State = ImportRow['state'];

/**
 * Stops an import behind the batch that is being stored; what is stored stays.
 * @throws AppError `not_found`, `refused` when it has ended already
 */
export async function cancelImport(services: Services, workspaceId: number, id: number): Promise<ImportRow> {
  const row = await change(services, workspaceId, id, { from: ['waiting', 'running', 'failed'], to: 'cancelled' });
  await removeUpload(services.config, workspaceId, id);
  return row;
}

/**
 * Goes on with an import that failed or was cut off, behind its last stored batch.
 * @throws AppError `not_found`, `refused` when it has ended, or when its file is not on this server
 */
export async function resumeImport(services: Services, workspaceId: number, id: number): Promise<ImportRow> {
  if (!(await hasUpload(services.config, workspaceId, id))) {
    await inWorkspace(services.db, workspaceId, (trx) => mustBe(findImport(trx, workspaceId, id), id));
    const way = `Its file was imported from the command line or has ended: pnpm tabiji import … --resume ${id}`;
    throw new AppError('refused', `The file of import ${id} is not on this server. ${way}`);
  }
  const row = await change(services, workspaceId, id, { from: ['waiting', 'running', 'failed'], to: 'waiting' });
  await startImport(services, workspaceId, id);
  return row;
}

const change = (services: Services, workspaceId: number, id: number, { from, to }: { from: State[]; to: State }) =>
  inWorkspace(services.db, workspaceId, async (trx, here) => {
    const { state } = await mustBe(lockImport(trx, workspaceId, id), id);
    if (!from.includes(state)) throw new AppError('refused', `Import ${id} has ended (${state}).`);
    await setState(trx, here, id, { state: to });
    return await mustBe(findImport(trx, workspaceId, id), id);
  });

async function mustBe<T>(found: Promise<T | undefined>, id: number): Promise<T> {
  const row = await found;
  if (row === undefined) throw new AppError('not_found', `There is no import ${id}.`);
  return row;
}
