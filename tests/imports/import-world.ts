import { ImportOptions, type ImportKind, type ImportRow } from '@tabiji/shared/api/imports.ts';
import { loadConfig } from '@tabiji/server/config.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { insertImport } from '@tabiji/server/imports/imports.sql.ts';
import { runImport, type ImportRun } from '@tabiji/server/imports/run-import.ts';
import { createLog } from '@tabiji/server/log.ts';

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createTestDatabase } from '../support/database.ts';
import { inlineQueue } from '../support/inline-queue.ts';

/** A database with one workspace, a folder for files, and what an import works with. */
export async function createImportWorld(timeZone = 'Asia/Tokyo') {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tabiji-import-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => undefined); // tests cut connections on purpose
  stack.defer(() => owner.end());
  const query = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await owner.query<T>(text, values)).rows;
  const [workspace] = await query<{ id: number }>(
    `insert into workspace (name, kind, time_zone, sender_name, sender_address, created_at)
     values ('Shop', 'live', $1, 'Shop', 'shop@example.com', now()) returning id`,
    [timeZone],
  );
  const workspaceId = workspace!.id;
  const config = loadConfig({ TABIJI_DATA: folder, DATABASE_URL: database.url });
  if (Array.isArray(config)) throw new Error(config[0]?.message);
  const db = connect(database.url, 4, () => undefined);
  stack.defer(() => db.destroy());
  const services = inlineQueue({ db, config, log: createLog('silent') });

  const add = async (kind: ImportKind, file: string, options: Partial<ImportOptions> = {}): Promise<number> => {
    const { size } = await stat(file);
    return await inWorkspace(db, workspaceId, (trx, here) =>
      insertImport(trx, here, {
        kind,
        file: path.basename(file),
        options: ImportOptions.parse(options),
        bytesTotal: size,
      }),
    );
  };
  const run = (importId: number, file: string, more: Partial<ImportRun> = {}): Promise<ImportRow> =>
    runImport(services, { workspaceId, importId, path: file, signal: new AbortController().signal, ...more });

  const parts = stack.move();
  return {
    services,
    database,
    workspaceId,
    folder,
    query,
    add,
    run,
    write: async (name: string, content: string | Uint8Array) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    },
    importFile: async (kind: ImportKind, file: string, options: Partial<ImportOptions> = {}) =>
      await run(await add(kind, file, options), file),
    refusals: (importId: number) =>
      query<{ line: string; reason: string; content: string }>(
        'select line, reason, content from import_refusal where import_id = $1 order by line',
        [importId],
      ),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
export type ImportWorld = Awaited<ReturnType<typeof createImportWorld>>;
