import { connect } from '@tabiji/server/db/connect.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { asOwner } from '../support/world-database.ts';

test('a connection that is lost while nobody uses it is told without its settings, and replaced', async () => {
  await using database = await createTestDatabase();
  const heard: Error[] = [];
  const db = connect(database.url, 1, (error) => heard.push(error));
  await using _ = { [Symbol.asyncDispose]: () => db.destroy() };
  const ask = () => sql<{ n: number }>`select 1 as n`.execute(db);
  await ask();
  await asOwner(database.url, (owner) =>
    owner(`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name = 'tabiji'`),
  );
  await expect.poll(() => heard.map(({ message }) => message)).toEqual([expect.stringContaining('administrator')]);
  expect(Object.keys(heard[0]!)).not.toContain('client');
  expect((await ask()).rows).toEqual([{ n: 1 }]);
});
