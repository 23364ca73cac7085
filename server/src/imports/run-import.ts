import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { databaseTrouble } from '../db/trouble.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { Services } from '../services.ts';
import { filePieces } from './file-pieces.ts';
import { findImport, type ImportWork, lockImport, moveOn, setState } from './imports.sql.ts';
import { missingFields } from './map-columns.ts';
import { openFacts, type OpenFacts } from './open-facts.ts';
import type { Parsed } from './parse-row.ts';
import { persistently } from './persistently.ts';
import { storeBatch } from './store-batch.ts';

export interface ImportRun {
  workspaceId: number;
  importId: number;
  /** Where the file lies. */
  path: string;
  /** Stops between two batches; the import can be resumed. */
  signal: AbortSignal;
  onProgress?: (row: ImportRow) => void;
  /** Hears why a batch has to be tried again. */
  onTrouble?: (reason: string) => void;
  /** How long a database that is away is waited for. */
  patienceMs?: number;
}

const BATCH_ROWS = 5_000;
/** Of long rows fewer are taken at a time. */
const BATCH_BYTES = 2 * 1024 * 1024;
const PATIENCE = 60_000;

/**
 * Takes a file in, batch by batch: rows, refusals, numbers and checkpoint of a batch in one transaction. A run that was
 * cut off goes on behind the last batch stored. Returns the import as it then stands: done, failed with its reason,
 * cancelled, or still running when `signal` stopped it.
 * @throws AppError `conflict` when another process runs the same import, `unavailable` when the database is gone for so
 * long that not even this can be noted; a bug, after saying so in the import
 */
export async function runImport(services: Services, run: ImportRun): Promise<ImportRow> {
  const { workspaceId, importId } = run;
  try {
    return await stored(services, run);
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') throw error;
    const reason = error instanceof AppError ? error.message : databaseTrouble(error);
    const message = reason ?? 'Something went wrong on the server; its log tells more. Resume the import to try again.';
    const row = await inWorkspace(services.db, workspaceId, async (trx, here) => {
      await setState(trx, here, importId, { state: 'failed', error: message });
      return await asItStands(trx, run);
    }).catch((cause: unknown) => {
      throw reason === undefined ? error : new AppError('unavailable', message, { cause });
    });
    if (reason === undefined) throw error;
    services.log.warn({ err: error, importId }, 'an import stopped');
    return row;
  }
}

interface Start extends ImportWork {
  zone: string;
  row: ImportRow;
}

async function stored(services: Services, run: ImportRun): Promise<ImportRow> {
  const turn = turns(services, run);
  const start = await turn(async (trx, here, now): Promise<Start> => {
    const isOver = now.state === 'cancelled' || now.state === 'done';
    if (!isOver) await setState(trx, here, run.importId, { state: 'running' });
    return { ...now, zone: here.zone, row: await asItStands(trx, run) };
  });
  if (start.row.state !== 'running') return start.row;
  const file = await openFacts(filePieces(run.path), start.kind, start.options, start.zone);
  try {
    requireFields(start.kind, file, start.options);
    const row = await storeRows(services, run, { start, file, turn });
    if (row.state !== 'running' || run.signal.aborted) return row;
  } finally {
    await file.close();
  }
  return await turn(async (trx, here, now) => {
    if (now.state === 'running') await setState(trx, here, run.importId, { state: 'done' });
    return await asItStands(trx, run);
  });
}

/** One transaction with the import's row locked, done again while the database is away. */
type Turn = <T>(work: (trx: Trx, here: Here, now: ImportWork) => Promise<T>) => Promise<T>;

const turns =
  (services: Services, { workspaceId, importId, signal, patienceMs = PATIENCE, onTrouble }: ImportRun): Turn =>
  (work) => {
    const inTurn = () =>
      inWorkspace(services.db, workspaceId, async (trx, here) => {
        return await work(trx, here, await known(lockImport(trx, workspaceId, importId), importId));
      });
    return persistently(inTurn, {
      patienceMs,
      signal,
      onTrouble(reason) {
        services.log.warn({ importId }, reason);
        onTrouble?.(reason);
      },
    });
  };

const asItStands = (trx: Trx, { workspaceId, importId }: ImportRun) =>
  known(findImport(trx, workspaceId, importId), importId);

async function storeRows(
  services: Services,
  run: ImportRun,
  { start, file, turn }: { start: Start; file: OpenFacts; turn: Turn },
): Promise<ImportRow> {
  const { workspaceId, importId } = run;
  let { row } = start;
  let checkpoint = start.line;
  for await (const batch of batches(file, checkpoint)) {
    if (run.signal.aborted) return row;
    const last = batch.at(-1)?.line ?? checkpoint;
    row = await turn(async (trx, here, now) => {
      const wasStored = now.line === last; // it was committed, but the answer was lost on the way
      if (now.state !== 'running' || wasStored) return await asItStands(trx, run);
      if (now.line !== checkpoint) throw new AppError('conflict', `Another process runs import ${importId}.`);
      const result = await storeBatch(trx, here, start, batch);
      await moveOn(trx, workspaceId, importId, { ...result, bytes: file.bytesRead(), line: last });
      return await asItStands(trx, run);
    });
    checkpoint = last;
    if (start.options.startJourneys) services.ring(workspaceId);
    run.onProgress?.(row);
    if (row.state !== 'running') return row;
  }
  return row;
}

/** Rows behind the line `after`, as many at a time as one transaction takes. */
async function* batches(file: OpenFacts, after: number): AsyncGenerator<Parsed[]> {
  let batch: Parsed[] = [];
  let from = file.bytesRead();
  for await (const row of file.parsed) {
    if (row.line <= after) continue;
    batch.push(row);
    if (batch.length < BATCH_ROWS && file.bytesRead() - from < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    from = file.bytesRead();
  }
  if (batch.length > 0) yield batch;
}

/** @throws AppError `invalid` naming the field no column is read as */
export function requireFields(
  kind: ImportRow['kind'],
  file: Pick<OpenFacts, 'detected' | 'mapping'>,
  options: { event?: string },
): void {
  const [missing] = missingFields(kind, file.detected, file.mapping, options);
  if (missing) throw new AppError('invalid', missing.en, { field: 'columns', details: missing });
}

async function known<T>(found: Promise<T | undefined>, id: number): Promise<T> {
  const row = await found;
  if (row === undefined) throw new AppError('not_found', `There is no import ${id}.`);
  return row;
}
