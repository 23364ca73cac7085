import { foundBy } from '@tabiji/server/customers/found.sql.ts';
import { listCustomers } from '@tabiji/server/customers/pages.sql.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { person } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const yuki = person('S-1001', {
  lastName: '髙橋',
  firstName: '結城',
  lastNameKana: 'タカハシ',
  firstNameKana: 'ユウキ',
  email: 'Yuki.T@example.com',
  phone: '090-1234-5678',
});
const mary = person('m/77', { lastName: 'Smith', firstName: 'Mary Ann', email: 'mary@example.net' });

test.each([
  ['髙', 'S-1001'],
  ['髙橋 結', 'S-1001'],
  ['結城', 'S-1001'],
  ['結城 髙橋', 'S-1001'],
  ['たかはし', 'S-1001'],
  ['タカハシ　ゆ', 'S-1001'],
  ['ﾀｶﾊｼ', 'S-1001'],
  ['yuki.', 'S-1001'],
  ['０９０-1234', 'S-1001'],
  ['09012', 'S-1001'],
  ['S-10', 'S-1001'],
  ['m/7', 'm/77'],
  ['SMITH', 'm/77'],
  ['mary ann smith', 'm/77'],
  ['ｓｍｉｔｈ m', 'm/77'],
  ['', 'm/77 S-1001'],
  ['橋', ''],
  ['%', ''],
  ['_', ''],
  ['・', ''],
])('“%s” finds %s', async (q, expected) => {
  await using world = await createWorld();
  await world.tell([world.facts.identify(yuki), world.facts.identify(mary)].flat());
  const { customers } = await inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    listCustomers(trx, here, { q, limit: 10 }),
  );
  expect(customers.map(({ externalId }) => externalId).join(' ')).toBe(expected);
});

test('every key is looked up in an index, also under row level security', async () => {
  await using world = await createWorld();
  const plan = await inWorkspace(world.services.db, world.workspaceId, async (trx, here) => {
    await sql`
      insert into customer (workspace_id, id, external_id, last_name, first_name, last_name_kana, email, phone, created_at, updated_at)
      select ${here.id}, 1000 + n, 'x' || n, '姓' || n, '名' || n, 'カナ' || n, n || '@example.com', '03' || n, now(), now()
        from generate_series(1, 5000) n`.execute(trx);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${foundBy(here, '090 1234')}`.execute(trx);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  for (const key of ['find_name', 'find_given', 'find_kana', 'find_email', 'find_phone', 'external_id'])
    expect(plan).toMatch(new RegExp(`(Index|Recheck) Cond: .*${key} >= `));
  expect(plan).not.toContain('Seq Scan');
});
