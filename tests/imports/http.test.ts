import { errorReply } from '@tabiji/server/http/error-reply.ts';
import { createHttp } from '@tabiji/server/http/create-http.ts';
import { importRoutes } from '@tabiji/server/http/imports.ts';
import { listen } from '@tabiji/server/http/listen.ts';
import { createLog } from '@tabiji/server/log.ts';
import type { RouteEnv } from '@tabiji/server/http/route-env.ts';
import type { Services } from '@tabiji/server/services.ts';
import { ImportPreview, ImportRow, RefusalPage } from '@tabiji/shared/api/imports.ts';
import { Hono } from 'hono';
import iconv from 'iconv-lite';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImportWorld, type ImportWorld } from './import-world.ts';
import { freePort } from '../support/server-process.ts';

const MEGABYTE = 1024 * 1024;
let world: ImportWorld;
let url: string;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  world = stack.use(await createImportWorld());
  const services: Services = { ...world.services, config: { ...world.services.config, uploadLimit: 8 * MEGABYTE } };
  const routes = new Hono<RouteEnv>()
    .use(async (c, next) => {
      c.set('workspaceId', world.workspaceId);
      await next();
    })
    .route('/', importRoutes(services))
    .onError(errorReply(services.log));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const http = createHttp({
    url,
    log: createLog('silent'),
    ready: () => Promise.resolve(),
    editor: world.folder,
    routes,
    streamed: /^\/v1\/imports$/,
  });
  const listening = await listen(http, { ...services.config, port });
  stack.defer(listening.close);
});
afterAll(() => stack.disposeAsync());

const post = (address: string, query: Record<string, string>, body: Uint8Array<ArrayBuffer> | string) =>
  fetch(`${url}${address}?${new URLSearchParams(query).toString()}`, { method: 'POST', body });

async function settled(id: number): Promise<ImportRow> {
  for (let tries = 0; tries < 400; tries++) {
    const row = ImportRow.parse(await (await fetch(`${url}/v1/imports/${id}`)).json());
    if (!['waiting', 'running'].includes(row.state)) return row;
    await pause(25);
  }
  throw new Error(`import ${id} did not come to rest`);
}
const uploads = async () => await readdir(path.join(world.folder, 'uploads')).catch(() => []);
const message = async (response: Response) => ((await response.json()) as { error: { message: string } }).error.message;

describe('customers in Shift_JIS', () => {
  const text =
    '会員番号,氏名,セイ,メイ,メールアドレス,会員ランク\r\n' +
    'C001,髙橋 花子,タカハシ,ハナコ,hanako@example.jp,ゴールド\r\n' +
    'C002,山﨑 一郎,ヤマザキ,イチロウ,=cmd@,シルバー\r\n' +
    'C003,"㈱表示, 代表",,,daihyo@example.jp,①\r\n';
  const file = new Uint8Array(iconv.encode(text, 'cp932'));

  test('are shown as they would be read', async () => {
    const response = await post('/v1/imports/preview', { kind: 'customers', file: '顧客.csv' }, file);
    expect(response.status).toBe(200);
    const preview = ImportPreview.parse(await response.json());
    expect(preview).toMatchObject({ encoding: 'shift_jis', delimiter: 'comma', header: true });
    expect(preview.columns[1]).toEqual({
      name: '氏名',
      field: 'name',
      samples: ['髙橋 花子', '山﨑 一郎', '㈱表示, 代表'],
    });
    expect(preview.problems).toEqual([expect.stringMatching(/^3行目: email「=cmd@」/)]);
  });

  test('go in; the refused row is told in both languages and in a file no spreadsheet runs', async () => {
    const response = await post('/v1/imports', { kind: 'customers', file: '顧客.csv' }, file);
    expect(response.status).toBe(202);
    const row = await settled(ImportRow.parse(await response.json()).id);
    expect(row).toMatchObject({ state: 'done', file: '顧客.csv', rowsStored: 2, rowsRefused: 1, startJourneys: false });
    expect(
      await world.query(
        'select external_id, last_name, first_name, last_name_kana, attributes from customer order by 1',
      ),
    ).toEqual([
      {
        external_id: 'C001',
        last_name: '髙橋',
        first_name: '花子',
        last_name_kana: 'タカハシ',
        attributes: { 会員ランク: 'ゴールド' },
      },
      {
        external_id: 'C003',
        last_name: '㈱表示,',
        first_name: '代表',
        last_name_kana: null,
        attributes: { 会員ランク: '①' },
      },
    ]);
    const page = RefusalPage.parse(await (await fetch(`${url}/v1/imports/${row.id}/refusals?locale=en`)).json());
    expect(page).toMatchObject({
      next: null,
      refusals: [{ line: 3, reason: expect.stringContaining('email "=cmd@"') }],
    });
    const csv = await (await fetch(`${url}/v1/imports/${row.id}/refusals.csv?locale=ja`)).text();
    expect(csv.split('\r\n')[1]).toMatch(/^3,"email「=cmd@」: .*","C002,山﨑 一郎/);
    expect(await uploads()).toEqual([]);

    const again = await post('/v1/imports', { kind: 'customers', file: '顧客.csv' }, file);
    const second = await settled(ImportRow.parse(await again.json()).id);
    expect(second).toMatchObject({ state: 'done', rowsStored: 0, rowsUnchanged: 2, rowsRefused: 1 });
  });
});

describe('bad input', () => {
  const orders = 'customer,date,amount\na,2026-04-01,100\n';
  const cases: [string, Record<string, string>, string, number, RegExp][] = [
    ['an unknown kind', { kind: 'cats', file: 'x' }, orders, 400, /kind/],
    ['options that are no JSON', { kind: 'orders', file: 'x', options: '{' }, orders, 400, /options: not JSON/],
    ['an unknown option', { kind: 'orders', file: 'x', options: '{"speed":9}' }, orders, 400, /speed/],
    [
      'an unknown field',
      { kind: 'orders', file: 'x', options: '{"columns":["when"]}' },
      orders,
      400,
      /no field "when"/,
    ],
    [
      'columns nobody knows',
      { kind: 'orders', file: 'x' },
      'foo,bar\n1,2\n',
      400,
      /No column is read as "customer" \(columns: foo, bar\)/,
    ],
    ['an empty file', { kind: 'orders', file: 'x' }, '', 400, /empty|no body/],
    ['a workbook', { kind: 'orders', file: 'x' }, 'PK\u0003\u0004', 400, /Excel/],
  ];
  test.each(cases)('%s', async (_name, query, body, status, reason) => {
    const response = await post('/v1/imports', query, body);
    expect(response.status).toBe(status);
    expect(await message(response)).toMatch(reason);
    expect(await uploads()).toEqual([]);
  });

  test('a file beyond the limit is refused while it comes, and nothing of it stays', async () => {
    const response = await post('/v1/imports', { kind: 'orders', file: 'x' }, 'x'.repeat(9 * MEGABYTE));
    expect(response.status).toBe(413);
    expect(await message(response)).toMatch(/larger than 8 MB/);
    expect(await uploads()).toEqual([]);
  });

  test('an upload that is cut off leaves nothing behind', async () => {
    const before = await world.query('select id from import');
    const sending = request(`${url}/v1/imports?kind=orders&file=x`, {
      method: 'POST',
      headers: { 'content-length': '1000000' },
    });
    sending.on('error', () => undefined); // we cut it ourselves
    sending.write(orders);
    await expect.poll(uploads).toHaveLength(1);
    sending.destroy();
    await expect.poll(uploads).toEqual([]);
    expect(await world.query('select id from import')).toEqual(before);
  });

  test('more than 256 KB are no preview', async () => {
    const response = await post('/v1/imports/preview', { kind: 'orders', file: 'x' }, 'x'.repeat(MEGABYTE));
    expect(response.status).toBe(413);
  });

  test('an import that does not exist', async () => {
    for (const [method, address] of [
      ['GET', '/v1/imports/999'],
      ['GET', '/v1/imports/999/refusals'],
      ['GET', '/v1/imports/999/refusals.csv'],
      ['POST', '/v1/imports/999/cancel'],
      ['POST', '/v1/imports/999/resume'],
    ] as const) {
      expect((await fetch(`${url}${address}`, { method })).status).toBe(404);
    }
  });

  test('what has ended is neither stopped nor gone on with', async () => {
    const { id } = ImportRow.parse(await (await post('/v1/imports', { kind: 'orders', file: 'x' }, orders)).json());
    await settled(id);
    expect((await fetch(`${url}/v1/imports/${id}/cancel`, { method: 'POST' })).status).toBe(422);
    expect((await fetch(`${url}/v1/imports/${id}/resume`, { method: 'POST' })).status).toBe(422);
  });
});

test('an import is stopped between two batches; what is stored stays', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `stop${i},2026-04-01,${i}`);
  const body = `customer,date,amount\n${rows.join('\n')}\n`;
  const { id } = ImportRow.parse(await (await post('/v1/imports', { kind: 'orders', file: 'x' }, body)).json());
  const stopped = ImportRow.parse(await (await fetch(`${url}/v1/imports/${id}/cancel`, { method: 'POST' })).json());
  expect(stopped.state).toBe('cancelled');
  await pause(500);
  const row = await settled(id);
  expect(row.state).toBe('cancelled');
  const [count] = await world.query<{ n: number }>(
    `select count(*)::int as n from customer where external_id like 'stop%'`,
  );
  expect(count?.n).toBe(row.rowsStored);
  expect(row.rowsStored % 5_000).toBe(0);
  expect(row.rowsStored).toBeLessThan(30_000);
  expect(await uploads()).toEqual([]);
});
