import { runCommand } from '@tabiji/server/cli/run-command.ts';
import { loadConfig } from '@tabiji/server/config.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { createImportWorld, type ImportWorld } from './import-world.ts';

let world: ImportWorld;
beforeAll(async () => void (world = await createImportWorld('UTC')));
afterAll(() => world[Symbol.asyncDispose]());

async function type(args: string[], databaseUrl = world.database.url) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCommand(['import', ...args], {
    config: loadConfig({ DATABASE_URL: databaseUrl, TABIJI_DATA: world.folder }),
    output: { print: (text) => printed.push(text), tell: (text) => told.push(text) },
    signal: new AbortController().signal,
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

describe('pnpm tabiji import', () => {
  test('0 when all rows went in, and again when nothing was new', async () => {
    const file = await world.write('all.csv', 'customer,date,amount\na,2026-04-01,1\nb,2026-04-01,2\n');
    expect(await type(['orders', file])).toMatchObject({
      code: 0,
      printed: 'all.csv: 2 stored, 0 unchanged, 0 refused.',
    });
    expect(await type(['orders', file])).toMatchObject({
      code: 0,
      printed: 'all.csv: 0 stored, 2 unchanged, 0 refused.',
    });
    expect(existsSync(`${file}.refused.csv`)).toBe(false);
  });

  test('3 when rows were refused; they stand beside the file', async () => {
    const file = await world.write('some.txt', ' x 19970101 1.50\n y 19979999 2.00\n =z 19970102 \n');
    const { code, printed, told } = await type(['orders', file, '--columns', 'customer,at,amount', '--no-header']);
    expect([code, printed]).toEqual([3, 'some.txt: 1 stored, 0 unchanged, 2 refused.']);
    expect(told).toContain(`${file}.refused.csv`);
    const refused = (await readFile(`${file}.refused.csv`, 'utf8')).split('\r\n');
    expect(refused[1]).toMatch(/^2,"at「19979999」: 日付として読めません。.*"," ?y 19979999 2.00"$/);
    expect(refused[2]).toMatch(/^3,".*","[' ]=z 19970102 "$/);
    expect(
      await world.query(
        `select amount::int from shop_order o join customer c on c.id = o.customer_id where c.external_id = 'x'`,
      ),
    ).toEqual([{ amount: 150 }]);
  });

  const wrong: [string, string[], number, RegExp][] = [
    ['nothing said', [], 2, /customers, orders, events/],
    ['an unknown kind', ['cats', 'x.csv'], 2, /customers, orders, events/],
    ['no file', ['orders'], 2, /Name the file/],
    ['an unknown delimiter', ['orders', 'x.csv', '--delimiter', 'pipe'], 2, /--delimiter "pipe"/],
    ['an unknown zone', ['orders', 'x.csv', '--time-zone', 'Mars'], 2, /--time-zone "Mars": unknown time zone/],
    ['decimals that are none', ['orders', 'x.csv', '--decimals', 'two'], 2, /--decimals "two"/],
    ['both headers', ['orders', 'x.csv', '--header', '--no-header'], 2, /not both/],
    ['a workspace that is no number', ['orders', 'x.csv', '--workspace', 'main'], 2, /--workspace takes a number/],
    ['a file that is not there', ['orders', '/nowhere/x.csv'], 1, /There is no file \/nowhere\/x.csv/],
    ['a folder', ['orders', '.'], 1, /is not a file/],
    ['a workspace that is not there', ['orders', import.meta.filename, '--workspace', '99'], 1, /./],
    ['an import that is not there', ['orders', import.meta.filename, '--resume', '99'], 1, /no import 99/],
  ];
  test.each(wrong)('%s', async (_name, args, code, reason) => {
    const result = await type(args);
    expect(result.told).toMatch(reason);
    expect(result.code).toBe(code);
  });

  test('unknown columns: what there is and what to do, and nothing is written', async () => {
    const before = await world.query('select count(*) from import');
    const file = await world.write('bad.csv', 'who,when,how much\na,2026-04-01,1\n');
    const unnamed = await type(['orders', file]);
    expect([unnamed.code, unnamed.told]).toEqual([
      1,
      expect.stringMatching(/No column is read as "customer" \(columns: who, when, how much\)/),
    ]);
    const named = await type(['orders', file, '--columns', 'customer,when,amount']);
    expect([named.code, named.told]).toEqual([
      1,
      expect.stringMatching(/no field "when" for orders\. Fields: id, customer, at/),
    ]);
    expect(await world.query('select count(*) from import')).toEqual(before);
  });

  test('a database without tables', async () => {
    await using empty = await createTestDatabase();
    await world.query('select 1');
    const url = new URL(empty.url);
    url.pathname = '/postgres';
    const file = await world.write('a.csv', 'customer,date,amount\na,2026-04-01,1\n');
    const { code, told } = await type(['orders', file], url.href);
    expect([code, told]).toEqual([1, expect.stringMatching(/tabiji migrate|tabiji_app/)]);
  });
});

test('killed in the middle and gone on with, an import ends as one run would', async () => {
  const rows = Array.from({ length: 30_000 }, (_, i) =>
    i % 1_000 === 7 ? `,1997-01-01,${i}` : `k${i % 5_000},1997-01-0${(i % 9) + 1},${i % 50}`,
  );
  const file = await world.write('killed.csv', `customer,date,amount\n${rows.join('\n')}\n`);
  const main = path.resolve(import.meta.dirname, '../../server/src/cli/main.ts');
  const start = (args: string[]) =>
    spawn(process.execPath, [main, 'import', 'orders', file, ...args], {
      env: { PATH: '/usr/bin:/bin', DATABASE_URL: world.database.url, TABIJI_DATA: world.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const child = start([]);
  const exited = once(child, 'exit');
  const state = async () =>
    (
      await world.query<{ id: number; n: number; state: string }>(
        `select id, rows_stored::int as n, state from import where file = 'killed.csv' order by id desc limit 1`,
      )
    )[0];
  await expect.poll(async () => (await state())?.n ?? 0, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await exited;
  const broken = await state();
  expect(broken).toMatchObject({ state: 'running' });
  expect(broken!.n).toBeLessThan(29_970);
  const stored = () =>
    world.query(
      `select count(*)::int as n from shop_order o join customer c on c.workspace_id = o.workspace_id and c.id = o.customer_id where c.external_id like 'k%'`,
    );
  expect(await stored()).toEqual([{ n: broken!.n }]);

  const again = start(['--resume', String(broken!.id)]);
  let said = '';
  again.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  const [code] = (await once(again, 'exit')) as [number];
  expect([code, said.trim()]).toEqual([3, 'killed.csv: 29,970 stored, 0 unchanged, 30 refused.']);
  expect(await stored()).toEqual([{ n: 29_970 }]);
  expect(await world.refusals(broken!.id)).toHaveLength(30);
  expect(await type(['orders', file])).toMatchObject({
    code: 3,
    printed: 'killed.csv: 0 stored, 29,970 unchanged, 30 refused.',
  });
}, 120_000);
