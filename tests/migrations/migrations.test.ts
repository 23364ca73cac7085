import { createTestDatabase } from '../support/database.ts';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '@tabiji/migrations';

test('a second migrate finds nothing to do', async () => {
  await using database = await createTestDatabase();
  expect(await migrate(database.url)).toEqual([]);
});

test('the application sees nothing without a workspace, and only its own with one', async () => {
  await using database = await createTestDatabase();
  const app = new pg.Client({ connectionString: database.url, options: '-c role=tabiji_app' });
  await app.connect();
  try {
    const insert = `insert into timer values ($1, 1, now(), 'segment', '1')`;
    await expect(app.query(insert, [1])).rejects.toThrow('row-level security');
    await app.query(`select set_config('tabiji.workspace', '1', false)`);
    await app.query(insert, [1]);
    await expect(app.query(insert, [2])).rejects.toThrow('row-level security');
    await app.query(`select set_config('tabiji.workspace', '2', false)`);
    expect((await app.query('select * from timer')).rowCount).toBe(0);
    await expect(app.query('select * from event_default')).rejects.toThrow('permission denied');
  } finally {
    await app.end();
  }
});
