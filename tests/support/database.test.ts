import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database.ts';

test('two test databases do not see each other', async () => {
  await using one = await createTestDatabase();
  await using two = await createTestDatabase();
  const first = new pg.Client({ connectionString: one.url });
  const second = new pg.Client({ connectionString: two.url });
  await Promise.all([first.connect(), second.connect()]);
  await first.query('create table only_here ()');
  await expect(second.query('select from only_here')).rejects.toThrow(/does not exist/);
  await Promise.all([first.end(), second.end()]);
});
