import { afterAll, beforeAll, expect, test } from 'vitest';
import { testData } from '../support/test-data.ts';
import { createImportWorld, type ImportWorld } from './import-world.ts';

const purchases = testData('cdnow_master.txt');
let world: ImportWorld;
beforeAll(async () => void (world = await createImportWorld('UTC')));
afterAll(() => world[Symbol.asyncDispose]());

test('the real purchases of 23,570 customers go in, and a second time change nothing', async (context) => {
  if (!purchases.file) return context.skip(purchases.missing);
  const first = await world.importFile('orders', purchases.file);
  expect(first).toMatchObject({ state: 'done', rowsStored: 69_659, rowsUnchanged: 0, rowsRefused: 0, error: null });
  expect(first.bytesDone).toBe(first.bytesTotal);
  const sums = () =>
    world.query(`select count(*)::int as customers, sum(order_count)::int as orders, sum(order_amount)::bigint as cents,
                        min(first_order_at) as first, max(last_order_at) as last from customer`);
  const before = await sums();
  expect(before).toEqual([
    {
      customers: 23_570,
      orders: 69_659,
      cents: '250031563',
      first: new Date('1997-01-01T12:00:00Z'),
      last: new Date('1998-06-30T12:00:00Z'),
    },
  ]);
  const again = await world.importFile('orders', purchases.file);
  expect(again).toMatchObject({ state: 'done', rowsStored: 0, rowsUnchanged: 69_659, rowsRefused: 0 });
  expect(await sums()).toEqual(before);
  expect(await world.query('select from import_row')).toHaveLength(0);
}, 120_000);
