import { createApp } from '@tabiji/server/app.ts';
import { createLog } from '@tabiji/server/log.ts';
import { ImportRow } from '@tabiji/shared/api/imports.ts';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createImportWorld } from './import-world.ts';
import { freePort } from '../support/server-process.ts';

test('a server that stops in the middle of an upload goes on with it when it starts again', async () => {
  await using world = await createImportWorld();
  const port = await freePort();
  const config = { ...world.services.config, port, url: `http://127.0.0.1:${port}` };
  const start = async () => {
    const app = await createApp(config, { databaseUrl: world.database.url, log: createLog('silent') });
    await app.listen();
    return app;
  };
  const rows = Array.from({ length: 40_000 }, (_, i) => `r${i % 4_000},2026-04-01,${i}`);
  const row = async () =>
    (await world.query<{ state: string; n: number }>('select state, rows_stored::int as n from import'))[0];

  const uploads = path.join(world.folder, 'uploads');
  await mkdir(uploads);
  await writeFile(path.join(uploads, 'left-behind.part'), 'half a file');
  await utimes(path.join(uploads, 'left-behind.part'), new Date(0), new Date(0));
  const first = await start();
  const sent = await fetch(`${config.url}/v1/imports?kind=orders&file=orders.csv`, {
    method: 'POST',
    headers: { 'tabiji-workspace': String(world.workspaceId) },
    body: `customer,date,amount\n${rows.join('\n')}\n`,
  });
  expect(sent.status).toBe(202);
  expect(ImportRow.parse(await sent.json())).toMatchObject({ state: 'waiting', rowsStored: 0 });
  await expect.poll(async () => (await row())?.n ?? 0, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  await first[Symbol.asyncDispose]();
  const stopped = await row();
  expect(stopped?.state).toBe('running');
  expect(stopped?.n).toBeLessThan(40_000);

  await using second = await start();
  expect(second.services.config.port).toBe(port);
  await expect.poll(row, { timeout: 60_000, interval: 100 }).toEqual({ state: 'done', n: 40_000 });
  expect(await world.query('select count(*)::int as n from shop_order')).toEqual([{ n: 40_000 }]);
  await expect.poll(() => readdir(uploads)).toEqual([]);
}, 120_000);
